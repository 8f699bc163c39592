import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compile, formatDiagnostic, NodeHost } from '@typespec/compiler'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { parse, stringify } from 'yaml'
import type { OperationDeclaration } from './src/operation-declaration.ts'
import { writeVocabularies } from './src/write-vocabularies.ts'
import { httpMethods, lintContract, type OpenApiDocument, type OpenApiOperation } from './src/lint-contract.ts'
import { lintEvents } from './src/lint-events.ts'
import { readEvents, readLiveMessages } from './src/read-events.ts'
import { writeClientEvents, writeEvents } from './src/write-events.ts'

const folder = import.meta.dirname
const generated = join(folder, 'generated')
const mark = 'Generated from the TypeSpec files next to this folder by `npm run generate`. Do not edit.'

/** TypeSpec writes open maps as `unevaluatedProperties`, which openapi-typescript reads as "no properties allowed". */
const rewriteOpenMaps = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(rewriteOpenMaps)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key === 'unevaluatedProperties' ? 'additionalProperties' : key,
      rewriteOpenMaps(value),
    ]),
  )
}

/** Lists and heavy work can wait. */
const urgencyOf = (operation: OpenApiOperation): OperationDeclaration['urgency'] =>
  (operation['x-urgency'] as OperationDeclaration['urgency'] | undefined) ??
  (operation['x-cost'] === 'list' || operation['x-cost'] === 'heavy' ? 'deferrable' : 'routine')

const declarationOf = (path: string, method: string, operation: OpenApiOperation): OperationDeclaration => {
  const [success = '200', response] =
    Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? []
  return {
    method: method as OperationDeclaration['method'],
    path,
    permission: operation['x-permission'] ?? '',
    audit: operation['x-audit'] as OperationDeclaration['audit'], // TypeSpec has checked its codes
    clientMethod: operation['x-method'] ?? '',
    idempotent: operation['x-idempotent'] ?? false,
    byPerson: operation['x-by-person'] ?? false,
    stepUp: operation['x-step-up'] ?? false,
    activity: !operation['x-passive'],
    cost: operation['x-cost'] as OperationDeclaration['cost'], // the linter has refused an operation without one
    urgency: urgencyOf(operation),
    success: Number(success),
    contentType: Object.keys(response?.content ?? {})[0] ?? null,
    requestType: Object.keys(operation.requestBody?.content ?? {})[0] ?? null,
    ...(operation['x-body-limit'] === undefined ? {} : { bodyLimit: operation['x-body-limit'] }),
    problems: (operation['x-problems'] ?? []) as OperationDeclaration['problems'],
  }
}

const operationsTable = (document: OpenApiDocument): string => {
  const rows: string[] = []
  for (const [path, item] of Object.entries(document.paths))
    for (const method of httpMethods) {
      const operation = item[method]
      if (operation?.operationId)
        rows.push(`  ${operation.operationId}: ${JSON.stringify(declarationOf(path, method, operation))},`)
    }
  return `// ${mark}
import type { operations as Operations } from './types.ts'
import type { CostClass, OperationDeclaration, Urgency } from '../src/operation-declaration.ts'

export type OperationId = keyof Operations
export type { CostClass, OperationDeclaration, Urgency }

/** The declarations of every operation of the contract. */
export const operations: Readonly<Record<OperationId, OperationDeclaration>> = {
${rows.sort().join('\n')}
}
`
}

const program = await compile(NodeHost, join(folder, 'main.tsp'), {
  emit: ['@typespec/openapi3'],
  options: {
    '@typespec/openapi3': {
      'emitter-output-dir': generated,
      'openapi-versions': ['3.1.0'],
      'output-file': 'openapi.yaml',
      'omit-unreachable-types': true,
    },
  },
})
if (program.diagnostics.length > 0) {
  console.error(program.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'))
  process.exit(1)
}
const yamlFile = join(generated, 'openapi.yaml')
const document = rewriteOpenMaps(parse(await readFile(yamlFile, 'utf8'))) as OpenApiDocument
const operationIds = new Set(
  Object.values(document.paths).flatMap((item) => httpMethods.flatMap((method) => item[method]?.operationId ?? [])),
)
const events = readEvents(program)
const liveMessages = readLiveMessages(program)
const faults = [
  ...lintContract(document),
  ...lintEvents(events, liveMessages, operationIds, document.components.schemas['WebhookEventType']?.enum ?? []),
]
if (faults.length > 0) {
  console.error(`The contract has ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  process.exit(1)
}
await writeFile(yamlFile, `# ${mark}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`)
// For programs that read it on every start: parsing YAML takes a hundred times as long.
await writeFile(join(generated, 'openapi.json'), `${JSON.stringify(document, null, 1)}\n`)
const types = await openapiTypescript(pathToFileURL(yamlFile), { alphabetize: false, defaultNonNullable: false })
await writeFile(join(generated, 'types.ts'), `// ${mark}\n${astToString(types)}`)
await writeFile(join(generated, 'operations.ts'), operationsTable(document))
await writeFile(join(generated, 'events.ts'), writeEvents(events, liveMessages, mark))
await writeFile(
  join(folder, '..', 'sdk', 'src', 'generated', 'events.ts'),
  writeClientEvents(events, liveMessages, mark.replace('the TypeSpec files next to this folder', 'the contract')),
)
await writeFile(join(generated, 'vocabularies.ts'), `// ${mark}\n${writeVocabularies(document)}`)
// The SDK's typed client is generated from the contract too, by a script next to this one.
const client = join(folder, 'generate-client.ts')
await import(pathToFileURL(client).href).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
})
