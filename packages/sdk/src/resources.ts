/**
 * For small bundles: a connection and only the resources that are imported.
 *
 * @example
 * const { calls } = connect({ baseUrl, getSession })
 * const booking = appointments(calls)
 */
export { connect } from './core/connect.ts'
export type { Connection, ConnectionOptions, SessionOptions } from './core/connect.ts'
export type { Calls } from './core/calls.ts'
export { isProblem, VisitError } from './core/visit-error.ts'
export * from './generated/resources.ts'
