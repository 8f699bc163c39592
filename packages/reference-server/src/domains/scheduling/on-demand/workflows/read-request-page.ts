import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { readCursor, writeCursor, type TimeCursor } from '../../kernel/store/page-cursor.ts'
import type { SchedulingPorts } from '../../ports.ts'
import type { PlacedRequest, RequestDetails } from '../store/on-demand-requests.ts'
import { readRequestPresenter } from './read-request-presenter.ts'

type Schemas = components['schemas']

interface Page {
  readonly items: Schemas['OnDemandRequest'][]
  readonly nextCursor: string | null
}

/** One page of a list of requests, the first in line first. Decrypts only what is shown. */
export const readRequestPage = async (
  ports: SchedulingPorts,
  context: ReadContext,
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
  source: {
    readonly list: (after: TimeCursor | null, take: number) => Promise<readonly PlacedRequest[]>
    readonly detailsOf: (request: PlacedRequest) => Promise<RequestDetails>
  },
): Promise<Page> => {
  const found = await source.list(readCursor(cursor), limit + 1)
  const shown = found.slice(0, limit)
  const [{ present }, details] = await Promise.all([
    readRequestPresenter(ports, context, shown),
    Promise.all(shown.map((request) => source.detailsOf(request))),
  ])
  const last = shown.at(-1)
  return {
    items: shown.map((request, index) => present(request, details[index] ?? {}, request.position)),
    nextCursor: last && found.length > limit ? writeCursor({ start: last.requestedAt, id: last.id }) : null,
  }
}
