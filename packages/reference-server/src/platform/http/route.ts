import type { StreamHandler } from '../live/stream-handler.ts'
import type { Validate } from './compile-schemas.ts'
import type { OperationDeclaration } from './contract.ts'
import type { FindPatients } from './find-patients.ts'
import type { Projection } from './project-response.ts'
import type { RateCost } from './read-policies.ts'
import type { BoundOperation } from '../contracts/operation.ts'

/** One bound operation: everything that a request for it needs. Created at startup and immutable. */
export interface Route {
  readonly id: string
  readonly declaration: OperationDeclaration
  /** The domain that handles it: its database role and ports. */
  readonly domain: string
  readonly ports: unknown
  readonly handler: BoundOperation | null
  /** Writes to the raw response for as long as the client listens, instead of `handler`. */
  readonly stream: StreamHandler | null
  /** Anyone may call it. The handler determines the caller. */
  readonly anonymous: boolean
  readonly request: RequestShape
  /** By success status. */
  readonly responses: ReadonlyMap<number, ResponseShape>
  /** Null if the contract declares no patients. */
  readonly patientsIn: FindPatients | null
  /** The path parameter that identifies the object. */
  readonly objectParameter: string | null
  readonly rate: RateCost
}

export interface ParameterShape {
  readonly name: string
  readonly isList: boolean
  /** A list is sent as one value, separated by commas. */
  readonly commas: boolean
  /** Text that a person may have typed, or that only the server reads. Its value is not recorded. */
  readonly isFree: boolean
}

export interface RequestShape {
  readonly path: Validate | null
  readonly query: { readonly validate: Validate; readonly parameters: ReadonlyMap<string, ParameterShape> } | null
  readonly headers: { readonly validate: Validate; readonly names: readonly string[] } | null
  readonly body: { readonly type: string; readonly required: boolean; readonly validate: Validate | null } | null
}

export interface ResponseShape {
  /** Null: no body. */
  readonly type: string | null
  /** Null: not JSON. */
  readonly validate: Validate | null
  /** Null: every caller who may read it reads all of it. */
  readonly projection: Projection | null
}
