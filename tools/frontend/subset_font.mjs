// node subset_font.mjs FROM TO CODEPOINT...: cut a typeface down to some letters and our weights.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [source, target, ...codePoints] = process.argv.slice(2);
const subsetFont = createRequire(`${process.cwd()}/`)("subset-font");
const letters = String.fromCodePoint(...codePoints.map(Number));
const options = { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } };
await writeFile(target, await subsetFont(await readFile(source), letters, options));
