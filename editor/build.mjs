/**
 * Builds the newsroom's browser side into the resources of the server: one script, one style sheet, and the licences of
 * all that is bundled. The results are committed, so that nobody but a maintainer needs npm.
 */
import { build } from 'esbuild';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../src/main/resources/newsroom');
const browsers = ['chrome120', 'firefox121', 'safari17.4'];

/** The packages of which something stands in the bundle, by name. */
function bundled(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const parts = relative(here, join(here, input)).split(sep);
    const at = parts.lastIndexOf('node_modules');
    if (at >= 0) {
      names.add(parts.slice(at + 1, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join('/'));
    }
  }
  return [...names].sort();
}

async function licence(name) {
  const folder = join(here, 'node_modules', name);
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  if (!file) {
    throw new Error(`${name} has no licence file`);
  }
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trim();
  return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
}

const script = await build({
  absWorkingDir: here,
  entryPoints: ['src/newsroom.js'],
  outfile: join(target, 'newsroom.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  target: browsers,
  banner: { js: '/* Built from editor/ of this repository. Licences of what is bundled: licences.txt */' },
});
await build({
  absWorkingDir: here,
  entryPoints: ['style/editor.css'],
  outfile: join(target, 'editor.css'),
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: browsers,
});

const names = bundled(script.metafile);
const texts = await Promise.all(names.map(licence));
const intro = 'What newsroom.js holds besides Herald’s own code, and the licences it is under.\n\n';
await writeFile(join(target, 'licences.txt'), intro + texts.join(`\n${'-'.repeat(80)}\n\n`));

for (const [file, { bytes }] of Object.entries(script.metafile.outputs)) {
  console.log(`${relative(here, join(here, file))} ${Math.round(bytes / 1024)} KB, of ${names.length} packages`);
}
