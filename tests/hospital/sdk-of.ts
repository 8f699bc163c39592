import { operations, type OperationId } from '@visitkit/contract/operations'
import { createClient, type VisitClient } from '../../packages/sdk/src/index.ts'
import type { AnyRequest } from '../requests/send-request.ts'
import type { Person } from './create-hospital.ts'

/** The typed client of this person. Node sends no `Origin`, so it is added as their browser would. */
export const sdkOf = (
  url: string,
  person: Person,
  watched: (request: Request) => void = () => undefined,
): VisitClient =>
  createClient({
    baseUrl: url,
    getSession: async () => ({
      accessToken: await person.accessToken(),
      expiresAt: new Date(Date.now() + 300_000).toISOString(),
      sessionId: person.sessionId,
    }),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      if (person.origin !== null) request.headers.set('origin', person.origin)
      watched(request)
      return fetch(request)
    },
  })

type AnyMethod = (...args: unknown[]) => unknown

/** Calls the client's method for an operation: path parameters in order, then body, then query. Of a list, the first page. */
export const callThroughSdk = async (
  client: VisitClient,
  id: OperationId,
  { path, query, body }: AnyRequest,
): Promise<unknown> => {
  const { clientMethod, path: template, requestType } = operations[id]
  const [resource = '', name = ''] = clientMethod.split('.')
  const methods = (client as unknown as Record<string, Record<string, AnyMethod>>)[resource]
  const method = methods?.[name]
  if (methods === undefined || method === undefined) throw new Error(`The client has no ${clientMethod}.`)
  const values = path as Record<string, unknown> | undefined
  const inPath = Array.from(template.matchAll(/\{(\w+)\}/g), ([, parameter = '']) => values?.[parameter])
  const answer = method.call(
    methods,
    ...inPath,
    ...(requestType === null ? [] : [body]),
    ...(query === undefined ? [] : [query]),
  )
  const { page } = answer as { page?: () => Promise<unknown> }
  return page === undefined ? answer : page.call(answer)
}
