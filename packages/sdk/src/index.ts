export { createClient } from './create-client.ts'
export type { ClientOptions, VisitClient } from './create-client.ts'
export type { Connection, ConnectionOptions, SessionOptions } from './core/connect.ts'
export { createServerClient } from './create-server-client.ts'
export type { ServerClientOptions, TokenExchange, VisitServerClient } from './create-server-client.ts'

export { isProblem, VisitError } from './core/visit-error.ts'
export type { ClientProblemCode, CodesOf, FieldProblem, ProblemCode } from './core/visit-error.ts'

export type { GetSession, SessionTokens } from './core/token-manager.ts'
export type { RequestOptions } from './core/transport.ts'
export type { CountedPage, Page, Pages } from './core/pages.ts'

export type { Live, WatchFunction } from './core/live.ts'
export type { LiveState } from './core/live-connection.ts'
export type { LiveHandler, LiveHub } from './core/live-hub.ts'
export type {
  LiveFilter,
  LiveIds,
  LiveMessage,
  LiveMessageIds,
  LiveMessageType,
  LiveTypePattern,
} from './core/live-message.ts'
export type { Read, Watch, WatchOptions } from './core/watch.ts'

export type { components, operations } from '@visitkit/contract'
export type { OperationResponse, Body, OperationId, PathParameters, Query } from './core/operation-types.ts'
export type * from './generated/models.ts'
export type { MethodProblems } from './generated/problem-codes.ts'
export type * from './generated/resources.ts'
