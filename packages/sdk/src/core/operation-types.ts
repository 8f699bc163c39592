import type { operations } from '@visitkit/contract'

export type OperationId = keyof operations

type Content<Message> = Message extends { content: infer Types }
  ? Types extends object
    ? Types[keyof Types]
    : never
  : never

/** Lets an optional property be `undefined` as well. */
type Loose<T> = { [Key in keyof T]: undefined extends T[Key] ? T[Key] | undefined : T[Key] }

type Success<Responses> = Responses[Extract<200 | 201 | 202 | 204, keyof Responses>]

/** A file as the body of a request. */
export type FileBody = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>

/** The request body of an operation: JSON, or a file where the contract declares bytes. */
export type Body<Id extends OperationId> = operations[Id] extends { requestBody: infer Request }
  ? unknown extends Content<Request>
    ? FileBody
    : Content<Request>
  : undefined

/** The query of an operation without the cursor, which `Pages` adds. */
export type Query<Id extends OperationId> = Loose<Omit<NonNullable<operations[Id]['parameters']['query']>, 'cursor'>>

/** The query of an operation whose response is more than a list of pages, cursor included. */
export type QueryWithCursor<Id extends OperationId> = Loose<NonNullable<operations[Id]['parameters']['query']>>

/** The path parameters of an operation. */
export type PathParameters<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer Parameters }
  ? Parameters
  : Record<string, never>

/** The success response of an operation; `undefined` when it has no body. */
export type OperationResponse<Id extends OperationId> = [Content<Success<operations[Id]['responses']>>] extends [never]
  ? undefined
  : Content<Success<operations[Id]['responses']>>
