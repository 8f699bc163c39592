import { methodsOf, type ClientDocument, type ClientMethod, type ClientOperation } from './client-methods.ts'
import type { OpenApiDocument } from './lint-contract.ts'

/** The generated sources of the SDK, by file name under `packages/sdk/src/generated`. */
export type ClientSources = Readonly<Record<'models.ts' | 'problem-codes.ts' | 'resources.ts' | 'routes.ts', string>>

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const list = (codes: readonly string[]): string =>
  codes
    .map((code) => `\`${code}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')

/** Wraps prose at 118 columns and prevents an early end of the comment. */
const comment = (lines: readonly string[], indent = ''): string => {
  const wrapped = lines
    .flatMap((line) => line.split('\n'))
    .flatMap((line) => line.replaceAll('*/', '*\\/').match(/.{1,110}(?:\s|$)|\S+/g) ?? [''])
    .map((line) => line.trimEnd())
  const [only] = wrapped
  if (wrapped.length === 1) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${wrapped.map((line) => `${indent} *${line ? ` ${line}` : ''}\n`).join('')}${indent} */\n`
}

const documentationOf = ({ operation, http, path, item, response }: ClientMethod): string[] => {
  const lines = [operation.description ?? '', '']
  if (operation['x-permission'] && operation['x-permission'] !== 'none')
    lines.push(`Requires the permission \`${operation['x-permission']}\`.`)
  if (operation['x-by-person'])
    lines.push('A person does it: a client that signed in for itself is refused with `person_required`.')
  if (operation['x-step-up'])
    lines.push('Requires authentication within the last five minutes, or fails with `step_up_required`.')
  if (operation['x-idempotent'])
    lines.push('Safe to retry: one idempotency key per call is kept through renewals and retries.')
  if (operation['x-passive']) lines.push('Does not count as user activity.')
  if (item) lines.push('Requests each page when the iteration reaches it.')
  if (response === 'Blob') lines.push('Returns the file as a `Blob`.')
  lines.push('')
  const problems = operation['x-problems'] ?? []
  if (problems.length > 0) lines.push(`@throws {VisitError} ${list(problems)}, in addition to the common codes.`)
  lines.push(`@see \`${http.toUpperCase()} /v1/${path}\` (\`${operation.operationId}\`)`)
  return lines.filter((line, index) => line || lines[index - 1])
}

const queryName = (method: ClientMethod): string => `${capital(method.id)}Query`

const signatureOf = (method: ClientMethod): string => {
  const query = `query${method.query === 'required' ? '' : '?'}: ${queryName(method)}${method.query === 'required' ? '' : ' | undefined'}`
  const parameters = [
    ...method.pathParameters.map((name) => `${name}: string`),
    ...(method.body ? [`body: ${method.body}`] : []),
    ...(method.query === 'none' ? [] : [query]),
    'options?: RequestOptions',
  ]
  const { item, isCounted } = method
  const pages = isCounted ? `Pages<${item}, CountedPage<${item}>>` : `Pages<${item}>`
  const response = item ? pages : `Promise<${method.response}>`
  return `${method.name}(${parameters.join(', ')}): ${response}`
}

/** Reads that are POSTs, so that no name is in a URL. They change nothing and can be retried without a key. */
const isRead = (operation: ClientOperation): boolean => ['read', 'search'].includes(operation['x-audit']?.action ?? '')

const implementationOf = (method: ClientMethod): string => {
  const names = [
    ...method.pathParameters,
    ...(method.body ? ['body'] : []),
    ...(method.query === 'none' ? [] : ['query']),
    'options',
  ]
  const target = method.pathParameters.length > 0 ? `path\`${method.path.replaceAll('{', '${')}\`` : `'${method.path}'`
  const verb = method.operation['x-idempotent']
    ? 'repeat'
    : method.http === 'post' && isRead(method.operation)
      ? 'ask'
      : method.http
  if (method.sends)
    return `  ${method.name}: (${names.join(', ')}) =>
    calls.call('${verb}', ${target}, {
      ...options,
      body,
      headers: { ...options?.headers, 'content-type': '${method.sends}' },
    }${method.query === 'none' ? '' : ', undefined, query'}),`
  const trailingArguments =
    method.query !== 'none' ? [method.body ? 'body' : 'undefined', 'query'] : method.body ? ['body'] : []
  const call = `calls.${method.item ? 'list' : 'call'}(${[`'${verb}'`, target, 'options', ...trailingArguments].join(', ')})`
  return `  ${method.name}: (${names.join(', ')}) => ${call},`
}

/** Type names that the generated file already uses. */
const reserved = new Set([
  'Body',
  'Calls',
  'CountedPage',
  'OperationResponse',
  'Pages',
  'Query',
  'RequestOptions',
  'Resources',
])

const assertUnambiguous = (methods: readonly ClientMethod[], document: ClientDocument): void => {
  const generated = methods.flatMap((method) => [queryName(method), `${capital(method.resource)}Api`])
  const conflict = Object.keys(document.components.schemas).find(
    (name) => reserved.has(name) || generated.includes(name),
  )
  if (conflict)
    throw new Error(`The schema ${conflict} has the name of a type of the client. Rename it in the contract.`)
}

const mark = '// Generated from packages/contract by `npm run generate`. Do not edit.\n'

const writeModels = (document: ClientDocument): string => {
  const models = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      `${schema.description ? comment([schema.description]) : ''}export type ${name} = Schemas['${name}']\n`,
  )
  return `${mark}import type { components } from '@visitkit/contract'\n\ntype Schemas = components['schemas']\n\n${models.join('\n')}`
}

const writeResources = (methods: readonly ClientMethod[], document: ClientDocument): string => {
  const resources = Map.groupBy(methods, ({ resource }) => resource)
  const names = [...resources.keys()].sort()
  const declared = methods.flatMap(({ body, item, response }) => [body, item, response])
  const models = Object.keys(document.components.schemas).filter((name) => declared.includes(name))
  const queries = methods
    .filter(({ query }) => query !== 'none')
    .map(
      (method) =>
        `/** The query of \`${method.resource}.${method.name}\`. */\nexport type ${queryName(method)} = ${method.item === null ? 'QueryWithCursor' : 'Query'}<'${method.id}'>\n`,
    )
  const apis = names.map((name) => {
    const own = resources.get(name) ?? []
    const described = own.map((method) => `${comment(documentationOf(method), '  ')}  ${signatureOf(method)}\n`)
    return `export interface ${capital(name)}Api {
${described.join('\n')}}

export const ${name} = (calls: Calls): ${capital(name)}Api => ({
${own.map(implementationOf).join('\n')}
})
`
  })
  return `${mark}import type { Calls } from '../core/calls.ts'
import type { Body, OperationResponse, Query, QueryWithCursor } from '../core/operation-types.ts'
import type { CountedPage, Pages } from '../core/pages.ts'
import { path } from '../core/path.ts'
import type { RequestOptions } from '../core/transport.ts'
import type {
${models.map((name) => `  ${name},`).join('\n')}
} from './models.ts'

${queries.join('\n')}
${apis.join('\n')}
/** Every resource of the contract. */
export interface Resources {
${names.map((name) => `  readonly ${name}: ${capital(name)}Api`).join('\n')}
}

export const createResources = (calls: Calls): Resources => ({
${names.map((name) => `  ${name}: ${name}(calls),`).join('\n')}
})
`
}

const writeProblemCodes = (methods: readonly ClientMethod[]): string => {
  const rows = methods.map(({ resource, name, operation }) => {
    const codes = (operation['x-problems'] ?? []).map((code) => `'${code}'`).sort()
    return `  '${resource}.${name}': ${codes.join(' | ') || 'never'}`
  })
  return `${mark}
/** The problem codes of each client method, in addition to those of \`CommonProblemCode\`. */
export interface MethodProblems {
${rows.sort().join('\n')}
}
`
}

/** For the in-memory server of tests: the path of each operation. */
const writeRoutes = (methods: readonly ClientMethod[]): string => {
  const rows = methods.map(
    ({ id, http, path, file }) =>
      `  ${id}: { method: '${http}', path: '${path}', file: ${file ? `'${file}'` : null} },`,
  )
  return `${mark}
/** The operations that the client calls, by operationId. Paths are relative to \`/v1/\`; \`file\` is the media type of a response that is not JSON. */
export const routes = {
${rows.sort().join('\n')}
} as const

export type CalledOperationId = keyof typeof routes
`
}

/**
 * Writes the typed client.
 *
 * Interfaces are explicit and contain the documentation: with inferred types a bundled `.d.ts` loses every comment.
 *
 * @throws When the document declares something that the client's runtime does not support.
 */
export const writeClient = (source: OpenApiDocument): ClientSources => {
  const document = source as ClientDocument
  const methods = methodsOf(document)
  assertUnambiguous(methods, document)
  return {
    'models.ts': writeModels(document),
    'problem-codes.ts': writeProblemCodes(methods),
    'resources.ts': writeResources(methods, document),
    'routes.ts': writeRoutes(methods),
  }
}
