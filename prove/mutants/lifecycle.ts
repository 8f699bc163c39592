import { elementTest, inFile, packageTest, type Mutant, type Promised } from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const inElements = (id: string, file: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inFile(`lifecycle-${id}`, `packages/elements/src/${file}`, change, ...tests)
/** Of one element: a mutant breaks all of them, and each waits before it fails. */
const leavesNothing = (name: string, row = '<visit-queue>') => ({
  ...elementTest('test/leaves-nothing.test.ts', name),
  row,
})

/** What a page gets back from an element that it removes, moves, or leaves for a while. */
export const lifecycle: Promised = {
  subject: 'lifecycle',
  clauses: {
    'A removed element holds nothing in its page': [
      inElements(
        'subscriptions-go-on',
        'core/visit-element.ts',
        ['    this.#disconnect?.()\n    this.#life?.abort()\n', '    this.#disconnect?.()\n'],
        leavesNothing('leaves nothing in the page after'),
      ),
      inElements(
        'keys-are-heard-for-ever',
        'core/shortcuts.ts',
        ["document.removeEventListener('keydown', this.#key)", "document.addEventListener('keydown', this.#key)"],
        leavesNothing('leaves nothing in the page after'),
      ),
      inElements(
        'a-clock-goes-on',
        'queue/queue.ts',
        [
          'protected override removed(): void {\n    clearInterval(this.#clock)',
          'protected override removed(): void {\n    clearInterval(undefined)',
        ],
        leavesNothing('leaves nothing in the page after'),
      ),
      inElements(
        'removed-elements-are-remembered',
        'core/shortcuts.ts',
        ['    holders.delete(this)\n', ''],
        leavesNothing('leaves nothing in the page after'),
      ),
    ],
    'A move in the page interrupts nothing': [
      inElements(
        'a-move-is-a-removal',
        'core/visit-element.ts',
        ['if (!this.isConnected && this.#isIn) this.#remove()', 'if (this.#isIn) this.#remove()'],
        leavesNothing('keeps its state, its requests and its devices when it is moved in the page'),
        elementTest('test/in-react.test.ts', 'a call goes on when React moves its room'),
      ),
    ],
    'A page that the browser kept has one connection again, and asks for its session': [
      inFile(
        'lifecycle-kept-pages-stay-silent',
        'packages/sdk/src/core/live-connection.ts',
        ['if (persisted) reconnect()', 'if (!persisted) reconnect()'],
        packageTest('sdk/src/core/live.test.ts', 'gives the connection back while the browser keeps the page'),
      ),
      inElements(
        'kept-pages-trust-their-timers',
        'provider/session-clock.ts',
        ['if (persisted) void', 'if (!persisted) void'],
        elementTest('src/provider/provider.test.ts', 'asks for the session: its timers stood still'),
      ),
    ],
  },
}
