// Reads what tests hand over on standard input with libraries that aren't ours,
// and writes what they make of it on standard output.
//   node read.mjs github   a JSON list of annotations → workflow commands
//   node read.mjs junit    a JUnit report → JSON
//   node read.mjs codeclimate  a list of issues → what the compiler says of their type
//   node read.mjs powershell   a script → the places that aren't PowerShell
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
  case "codeclimate": {
    const ts = (await import("typescript")).default;
    const name = new URL("./report.ts", import.meta.url).pathname;
    const text = `import type { Issue } from "codeclimate-types";\nconst report: Issue[] = ${input};\nexport default report;\n`;
    const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ["lib.es5.d.ts"], module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (f) => f === name || fileExists(f);
    host.readFile = (f) => (f === name ? text : readFile(f));
    host.getSourceFile = (f, ...rest) => (f === name ? ts.createSourceFile(f, text, ts.ScriptTarget.ESNext) : getSourceFile(f, ...rest));
    const found = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host));
    process.stdout.write(found.map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n") + "\n").join(""));
    break;
  }
  case "powershell": {
    const { Parser, Language } = await import("web-tree-sitter");
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(new URL("./node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm", import.meta.url).pathname));
    const walk = (node) => {
      if (node.isError || node.isMissing) process.stdout.write(`${node.startPosition.row + 1}: ${node.text}\n`);
      node.children.forEach(walk);
    };
    walk(parser.parse(input).rootNode);
    break;
  }
}
