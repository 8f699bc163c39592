import { elementTest, inFile, type Mutant, type Promised } from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const inElements = (id: string, file: string, change: Change, ...tests: Mutant['tests']): Mutant =>
  inFile(`elements-${id}`, `packages/elements/src/${file}`, change, ...tests)
const opposites = (name: string) => elementTest('test/opposites.test.ts', name)
const expanding = (name: string) => elementTest('test/expanding.test.ts', name)
const spanish = 'provider/provider.es.ts'
const isOpen = 'aria-expanded=${isOpen'

/** What is complete, quiet and wrong on a page. */
export const elements: Promised = {
  subject: 'elements',
  clauses: {
    'Words of opposite meaning do not change places in a translation': [
      inElements(
        'signing-out-is-called-staying',
        spanish,
        ["signOut: 'Cerrar sesión ahora'", "signOut: 'Seguir conectado'"],
        opposites('signing out'),
        elementTest('src/provider/provider.test.ts', 'in Spanish'),
      ),
      inElements(
        'staying-is-called-signing-out',
        spanish,
        ["stay: 'Seguir conectado'", "stay: 'Cerrar sesión ahora'"],
        opposites('staying'),
        elementTest('src/provider/provider.test.ts', 'in Spanish'),
      ),
      inElements(
        'arabic-staying-is-called-signing-out',
        'provider/provider.ar.ts',
        ["stay: 'البقاء في الجلسة'", "stay: 'تسجيل الخروج الآن'"],
        opposites('staying'),
      ),
    ],
    'One is said of one, and more of more': [
      inElements(
        'one-minutes',
        'provider/provider.en.ts',
        [
          "one: '{count} minute left', other: '{count} minutes left'",
          "one: '{count} minutes left', other: '{count} minute left'",
        ],
        opposites('one is said of one'),
      ),
      inElements(
        'quedan-un-minuto',
        spanish,
        [
          "one: 'Queda {count} minuto', other: 'Quedan {count} minutos'",
          "one: 'Quedan {count} minutos', other: 'Queda {count} minuto'",
        ],
        opposites('one is said of one'),
      ),
      inElements(
        'two-year-old',
        'lab-orders/lab-orders.en.ts',
        ["one: '{count} year old', other: '{count} years old'", "one: '{count} years old', other: '{count} year old'"],
        opposites('one is said of one'),
      ),
    ],
    'A button that opens a part of the page says whether it is open': [
      inElements('a-result', 'lab-orders/result-card.ts', [isOpen, 'data-open=${isOpen'], expanding('lab-orders')),
      inElements('a-list', 'chart/chart-lists.ts', [isOpen, 'data-open=${isOpen'], expanding('chart')),
      inElements('a-history', 'note-editor/note-head.ts', ['aria-expanded=', 'data-open='], expanding('note-editor')),
      inElements(
        'a-prescription',
        'prescription-pad/prescription-pad.ts',
        ['aria-expanded=', 'data-open='],
        expanding('prescription-pad'),
      ),
      inElements(
        'favorites',
        'prescription-pad/prescription-form.ts',
        ['aria-expanded=', 'data-open='],
        expanding('prescription-pad'),
      ),
      inElements(
        'a-line-of-a-claim',
        'claim-desk/claim-lines.ts',
        ['aria-expanded=', 'data-open='],
        expanding('claim-desk'),
      ),
      inElements('an-access', 'audit-log/access-entry.ts', ['aria-expanded=', 'data-open='], expanding('audit-log')),
      inElements(
        'always-closed',
        'lab-orders/lab-orders.ts',
        ["aria-expanded=${this.#ordering.isOpen ? 'true' : 'false'}", 'aria-expanded="false"'],
        expanding('lab-orders'),
      ),
    ],
    'One’s own acts are called one’s own, and no one else’s': [
      inElements(
        'own-acts-by-name',
        'audit-log/access-text.ts',
        ['if (own) return', 'if (own && role === null) return'],
        elementTest('src/audit-log/own-acts.test.ts', 'one’s own acts are shown as'),
      ),
      inElements(
        'all-acts-are-one-s-own',
        'audit-log/access-text.ts',
        ['if (own) return', 'if (own || !own) return'],
        elementTest('src/audit-log/own-acts.test.ts', 'one’s own acts are shown as'),
      ),
    ],
    'The room says what the video driver knows, and not what a missing picture could mean': [
      inElements(
        'no-connection-is-a-camera-that-is-off',
        'video-room/stage.ts',
        ["if (link !== 'connected') return nothing", "if (name === '') return nothing"],
        elementTest('src/video-room/call-states.test.ts', 'has dropped out: not a camera that is off'),
      ),
      inElements(
        'leaving-and-reloading-are-the-same',
        'video/peer/peer-driver.ts',
        ['if (!mayReturn) return this.#remove(peer)', 'return this.#remove(peer)'],
        elementTest('src/video/peer/participant-links.test.ts', 'is away after the page of the other was closed'),
      ),
    ],
    'A picture that does not arrive is sent again': [
      inElements(
        'no-one-asks-for-the-picture',
        'video/peer/peer-monitor.ts',
        ['if (peer.isPictureDue)', 'if (peer.isPictureDue && peer.isBroken)'],
        elementTest('src/video/peer/picture-again.test.ts', 'is sent again'),
      ),
      inElements(
        'the-request-for-the-picture-is-not-read',
        'video/peer/signals.ts',
        ["    case 'picture-lost':\n", ''],
        elementTest('src/video/peer/picture-again.test.ts', 'is sent again'),
      ),
      inElements(
        'the-picture-is-not-begun-again',
        'video/peer/peer-link.ts',
        ['?.replaceTrack(null)', '?.getStats()'],
        elementTest('src/video/peer/picture-again.test.ts', 'is sent again'),
      ),
      inElements(
        'a-camera-that-gives-nothing-is-kept',
        'video/peer/send-picture-again.ts',
        ['if (before !== null && ', 'if (before === null && '],
        elementTest('src/video/peer/picture-again.test.ts', 'is closed and opened'),
      ),
    ],
    'Browsers of different makers accept each other’s descriptions': [
      inElements(
        'offers-are-sent-as-they-are',
        'video/peer/clean-description.ts',
        ['payloadType === undefined || named.has(payloadType)', 'payloadType === undefined || named.size > 0'],
        elementTest('src/video/peer/clean-description.test.ts', 'is refused by Chromium as it is, and accepted after'),
      ),
    ],
    'A press renders its row, and the person is requested once': [
      inElements(
        'every-line-is-busy',
        'inbox/section-part.ts',
        ['this.#acting.busy && this.#about === id', 'this.#acting.busy'],
        elementTest('test/rows-of-a-press.test.ts', 'the inbox'),
      ),
      inElements(
        'claims-are-rendered-again',
        'claim-desk/claim-desk.ts',
        ['isClaim && !isDeskKept', 'isClaim'],
        elementTest('test/rows-of-a-press.test.ts', 'claims'),
      ),
      inElements(
        'the-person-is-requested-each-time',
        'provider/connect-client.ts',
        ['answer ??= work(client)', 'answer = work(client)'],
        elementTest('src/provider/shared-person.test.ts', 'request the person once'),
      ),
    ],
  },
}
