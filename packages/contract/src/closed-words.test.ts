import { join } from 'node:path'
import { compile, NodeHost, type CompilerHost } from '@typespec/compiler'
import { beforeAll, describe, expect, it } from 'vitest'

describe('the contract compiles', () => {
  const planted = join(import.meta.dirname, '../planted.tsp')
  let host: CompilerHost
  let source = ''
  beforeAll(() => {
    host = {
      ...NodeHost,
      readFile: async (path) =>
        path === planted ? ({ text: source, path: planted, ...({} as object) } as never) : NodeHost.readFile(path),
      stat: async (path) => (path === planted ? { isFile: () => true, isDirectory: () => false } : NodeHost.stat(path)),
    }
  })
  const compiled = async (audit: string, problems: string): Promise<string[]> => {
    source = `import "./common.tsp";
      using Http;
      using Visitkit.Declare;
      namespace Visitkit;
      @route("/planted") @get @permission("none") @audit(${audit}) @problems(${problems}) op planted(): void;`
    const { diagnostics } = await compile(host, planted, { noEmit: true })
    return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  }

  it.each([
    ['everything in order', '#{ action: "read", entity: "Note", reason: "chart" }', '"note_signed"', null],
    ['a misspelled entity', '#{ action: "read", entity: "Nota", reason: "chart" }', '"note_signed"', 'Nota'],
    ['a misspelled reason', '#{ action: "read", entity: "Note", reason: "chrt" }', '"note_signed"', 'chrt'],
    ['no reason', '#{ action: "read", entity: "Note" }', '"note_signed"', 'AuditDeclaration'],
    ['a misspelled refusal', '#{ action: "read", entity: "Note", reason: "chart" }', '"note_sined"', 'note_sined'],
  ])('with an operation that has %s', async (_, audit, problems, fault) => {
    const errors = await compiled(audit, problems)
    if (fault === null) expect(errors).toEqual([])
    else expect(errors.join('\n')).toContain(fault)
  })
})
