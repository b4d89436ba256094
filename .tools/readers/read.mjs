// Reads what tests hand over on standard input with libraries that aren't ours,
// and writes what they make of it on standard output.
//   node read.mjs github   a JSON list of annotations → workflow commands
//   node read.mjs junit    a JUnit report → JSON
import { readFileSync } from "node:fs";

const input = readFileSync(0, "utf8");
switch (process.argv[2]) {
  case "github": {
    const core = await import("@actions/core");
    for (const a of JSON.parse(input)) core[a.level](a.message, a.properties);
    break;
  }
  case "junit": {
    const { parse } = await import("junit2json");
    process.stdout.write(JSON.stringify(await parse(input)));
    break;
  }
}
