// Runs named checks one after another and prints the outcome of each as a line of JSON, for xunit to read.
import { randomUUID } from 'node:crypto';

export async function run(checks) {
  for (const [check, body] of Object.entries(checks)) {
    try {
      await withLimit(body());
      console.log(JSON.stringify({ check, ok: true }));
    } catch (error) {
      console.log(JSON.stringify({ check, ok: false, error: String(error?.stack ?? error) }));
    }
  }
}

function withLimit(promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the check had not ended after 20 s')), 20_000);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** Asks again and again until the answer is truthy, for at most a second: what was imported is findable by then. */
export async function withinASecond(ask) {
  const end = Date.now() + 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error('not within a second');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A fictional plan that nobody imported before, and a phrase that stands in it alone. */
export function newPlan() {
  const marker = `外来客户端${randomUUID().replaceAll('-', '').slice(0, 12)}号`;
  const lines = [
    '望岫县2024年法治政府建设工作要点',
    `为落实年度任务，制定本要点，登记为${marker}。`,
    '一、规范行政决策程序',
    '（一）抓好重大决策听取意见。每项决策至少召开一次座谈会。（牵头单位：县司法局；责任单位：各相关部门）',
    '二、强化权力监督制约',
    '（一）抓好政务公开栏目更新。每月核对一次栏目。（牵头单位：县政府办公室；责任单位：各相关部门）',
  ];
  return { marker, bytes: Buffer.from(lines.join('\n') + '\n', 'utf8') };
}
