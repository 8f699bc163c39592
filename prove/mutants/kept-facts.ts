import { inServer, serverTest, type Promised } from '../mutant.ts'

const facts = 'src/platform/database/facts/'
const kept = (name: string) => serverTest('platform/database/facts/kept-facts.test.ts', name)
const order = (name: string) => serverTest('platform/database/facts/kept-facts-in-order.test.ts', name)
const slots = 'src/domains/scheduling/kernel/store/slot-index.ts'
const syncs = (name: string) => serverTest('domains/scheduling/kernel/store/slot-index-syncs.test.ts', name)

/** What a server need not read, because it stored it itself, or receives an event when it changes. */
export const keptFacts: Promised = {
  subject: 'kept',
  clauses: {
    'What a change has stored is in memory as it would be read, unless another process may have changed it since': [
      inServer(
        'kept-although-others-may-follow',
        `${facts}fact-memory.ts`,
        ['return events.some(({ id }) => this.#delivered.delete(id))', 'return events.length < 0'],
        order('is not kept if the outbox was read past its event'),
      ),
      inServer(
        'kept-as-it-was-given',
        `${facts}readable-rows.ts`,
        ['uuid: (value: string) => value.toLowerCase()', 'uuid: (value: string) => value'],
        kept('is in memory without a read, exactly as it is read'),
      ),
      inServer(
        'kept-of-any-type',
        `${facts}readable-rows.ts`,
        ['if (read === undefined)', 'if (read === null)'],
        order('a table whose values may be read as others is refused'),
      ),
      inServer(
        'kept-without-its-encrypted-part',
        'src/platform/database/changes/fact-table.ts',
        ['const isKnown = sealedFor === undefined || stored !== undefined', 'const isKnown = true'],
        kept('is read if its encrypted part is not known'),
      ),
      inServer(
        'kept-without-a-change',
        'src/domains/labs/workflows/conclude-order.ts',
        ['reported } = isRepeated', 'reported } = !isRepeated'],
        serverTest('domains/labs/workflows/conclude-order.test.ts', 'is not read again to conclude it'),
      ),
    ],
    'What rarely changes is read again after the event of its change': [
      inServer(
        'kept-visit-types',
        slots,
        ["  'scheduling.visit-type-changed': () => null,\n", ''],
        syncs('reads what rarely changes again'),
      ),
      inServer(
        'kept-without-a-new-visit-type',
        slots,
        ['calendar.visitType(id) === undefined)', "id === '')"],
        syncs('reads a visit type that it does not know'),
      ),
    ],
    'Whether a number is stopped is read before a text is sent': [
      inServer(
        'kept-numbers-are-never-stopped',
        'src/domains/messaging/workflows/decide-delivery.ts',
        ['if (isAsked)', 'if (isAsked && phones.length === 0)'],
        serverTest('domains/messaging/tests/channels.test.ts', 'a number that replied STOP gets no texts'),
      ),
    ],
  },
}
