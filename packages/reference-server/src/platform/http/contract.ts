import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { operations } from '@visitkit/contract/operations'
import type { CostClass, OperationDeclaration, Urgency } from '@visitkit/contract/operations'

export type { CostClass, OperationDeclaration, Urgency }

/** A JSON Schema 2020-12 object of the document. */
export type Schema = { readonly [keyword: string]: unknown }

export interface DocumentParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  /** False: a list is sent as one value, separated by commas. */
  readonly explode?: boolean
  readonly schema: Schema
}

interface DocumentReference {
  readonly $ref: string
}

export interface DocumentOperation {
  readonly operationId: string
  readonly parameters?: readonly (DocumentParameter | DocumentReference)[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: { readonly [type: string]: { readonly schema?: Schema } }
  }
  readonly responses: {
    readonly [status: string]: { readonly content?: { readonly [type: string]: { readonly schema?: Schema } } }
  }
  readonly security?: readonly { readonly [scheme: string]: readonly string[] }[]
}

/** The parts of openapi.json that the server reads. */
export interface ContractDocument {
  readonly paths: { readonly [path: string]: { readonly [method: string]: DocumentOperation } }
  readonly components?: {
    readonly schemas?: { readonly [name: string]: Schema }
    readonly parameters?: { readonly [name: string]: DocumentParameter }
  }
}

/** The contract as the binder uses it: the operation table, and the document with the schemas. */
export interface Contract {
  readonly operations: Readonly<Record<string, OperationDeclaration>>
  readonly document: ContractDocument
}

let released: Contract | null = null

/** The contract of this release. Read once for all servers of a process; compiled schemas are cached by this document. */
export const readContract = (): Contract =>
  (released ??= {
    operations,
    document: JSON.parse(
      readFileSync(fileURLToPath(import.meta.resolve('@visitkit/contract/openapi.json')), 'utf8'),
    ) as ContractDocument,
  })

/** The document's entry for an operation. Throws if the operation table and the document disagree: one of them is outdated. */
export const documentedOperation = (
  document: ContractDocument,
  id: string,
  declaration: OperationDeclaration,
): DocumentOperation => {
  const operation = document.paths[declaration.path]?.[declaration.method]
  if (operation === undefined || operation.operationId !== id)
    throw new Error(
      `${id} is declared at ${declaration.method} ${declaration.path}, but openapi.json has no such operation there.`,
    )
  return operation
}

/** The parameters of an operation, with references resolved. */
export const parametersOf = (document: ContractDocument, operation: DocumentOperation): readonly DocumentParameter[] =>
  (operation.parameters ?? []).map((parameter) => {
    if (!('$ref' in parameter)) return parameter
    const name = parameter.$ref.replace('#/components/parameters/', '')
    const found = document.components?.parameters?.[name]
    if (found === undefined) throw new Error(`openapi.json refers to ${parameter.$ref}, which it does not have.`)
    return found
  })

/** Whether anyone may call it: its security requirement is overridden by an empty one. */
export const isAnonymous = (operation: DocumentOperation): boolean =>
  operation.security !== undefined && operation.security.every((requirement) => Object.keys(requirement).length === 0)
