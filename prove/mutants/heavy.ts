import { inFile, inServer, packageTest, scriptTest, serverTest, type Mutant, type Promised } from '../mutant.ts'

const queue = (id: string, change: readonly [string, string], name: string): Mutant =>
  inServer(
    `heavy-${id}`,
    'src/platform/heavy/fair-queue.ts',
    change,
    serverTest('platform/heavy/fair-queue.test.ts', name),
  )
const lint = (id: string, change: readonly [string, string], name: string): Mutant =>
  inFile(
    `heavy-${id}`,
    'packages/contract/src/lint-contract.ts',
    change,
    packageTest('contract/src/lint-contract.test.ts', name),
  )
const openAppointments = (name: string) =>
  serverTest('domains/scheduling/tests/open-appointments.test.ts', name, 'pglite')
const kept = 'src/platform/heavy/kept-results.ts'
const workTest = (name: string) => serverTest('platform/heavy/heavy-work.test.ts', name)

const pipeline = 'src/platform/http/operation-pipeline.ts'
const together = (
  id: string,
  change: readonly [string, string],
  name: string,
  file = 'src/platform/http/steps/read-together.ts',
): Mutant => inServer(`heavy-${id}`, file, change, serverTest('platform/http/tests/read-together.test.ts', name))

/** What one person can ask of the server does not delay the others. */
export const heavy: Promised = {
  subject: 'heavy',
  clauses: {
    'Every operation declares what it costs, and none understates it': [
      lint('no-cost', ['if (cost === undefined) return', 'if (cost === "") return'], 'refuses an operation without'),
      lint(
        'a-cheap-document',
        ["answers.some(isDocument) && cost !== 'heavy'", "answers.some(isDocument) && cost === ''"],
        'understates what it costs',
      ),
      lint(
        'a-cheap-list',
        ["cost !== 'list' && cost !== 'heavy')\n    return", "cost === '')\n    return"],
        'understates what it costs',
      ),
    ],
    'A call takes from the limit what it costs, and a person has one limit for all of their sessions': [
      inServer(
        'heavy-units-are-not-spent',
        'src/platform/rates/rate-limiter.ts',
        ['bucket.level -= units', 'bucket.level -= 1'],
        serverTest('platform/http/tests/load.test.ts', 'lets a call take what it costs'),
      ),
      inServer(
        'heavy-a-limit-for-each-session',
        'src/platform/http/steps/limit-rate.ts',
        ['holderOf(caller),', 'exchange.session.id,'],
        serverTest('platform/http/tests/load.test.ts', 'counts all sessions of a person together'),
      ),
    ],
    'A person is not refused for what others at the same address send': [
      inServer(
        'heavy-right-proofs-are-counted',
        'src/platform/http/steps/limit-proofs.ts',
        [
          '      await next(exchange)\n',
          '      await next(exchange)\n      if (exchange.session === null) throw tooManyRequests(1)\n',
        ],
        serverTest('platform/http/tests/load.test.ts', 'slows down guesses of an address'),
      ),
      inServer(
        'heavy-guesses-without-a-limit',
        'src/platform/http/steps/limit-proofs.ts',
        ['throw wait > 0 ? tooManyRequests(wait) : error', 'throw wait < 0 ? tooManyRequests(wait) : error'],
        serverTest('platform/http/tests/load.test.ts', 'slows down guesses of an address'),
        serverTest('platform/http/tests/load.test.ts', 'slows down forged tokens of an address'),
      ),
      inServer(
        'heavy-an-expired-token-is-a-forged-one',
        'src/platform/identity/session-gate.ts',
        ['provesNothing = false)', 'provesNothing = true)'],
        serverTest('platform/http/tests/load.test.ts', 'slows down forged tokens of an address'),
      ),
      inServer(
        'heavy-forged-refresh-tokens-are-looked-up',
        'src/platform/identity/refresh-tokens.ts',
        ['timingSafeEqual(given, expected)', 'given.length > 0'],
        serverTest('platform/identity/refresh-tokens.test.ts', 'differ from forged ones'),
      ),
    ],
    'An overload is shed by class, and running visits are refused last': [
      inServer(
        'heavy-no-places-are-reserved',
        'src/platform/http/steps/admit-request.ts',
        ['if (inFlight >= places[urgency])', 'if (inFlight >= limit)'],
        serverTest('platform/http/steps/admit-request.test.ts', 'refuses lists and bookings first'),
      ),
    ],
    'One person does not use up the connections and the seats of others': [
      inServer(
        'heavy-sockets-without-a-bound',
        'src/platform/live/live-socket.ts',
        ['if (hub.isFull(session.caller))', 'if (stopping)'],
        serverTest('platform/live/live.test.ts', 'opens at most twenty pages of one person', 'pglite'),
      ),
      inServer(
        'heavy-seats-without-a-bound',
        'src/domains/visits/model/seat.ts',
        ['recent.length >= mostSeatsOfOnePerson', 'recent.length < 0'],
        serverTest('domains/visits/tests/room.test.ts', 'gives one person so many seats', 'pglite'),
      ),
    ],
    'No one fills the calendar of others': [
      inServer(
        'heavy-open-appointments-without-a-limit',
        'src/domains/scheduling/bookings/model/open-appointments.ts',
        ['if (count >= perPatient)', 'if (count < 0)'],
        openAppointments('are limited in all, and for a visit type as the policy says'),
      ),
      inServer(
        'heavy-no-limit-of-a-visit-type',
        'src/domains/scheduling/bookings/model/open-appointments.ts',
        ['if (ofVisitType >= limit)', 'if (ofVisitType < 0)'],
        openAppointments('are limited: the next time is refused'),
      ),
      inServer(
        'heavy-bookings-at-once-pass-the-limit',
        'src/domains/scheduling/bookings/operations/book-appointment.ts',
        ['...(open ? [advanceBookings(body.patientId, open.version)] : []),', ''],
        openAppointments('cannot pass the limit by booking several held times at the same moment'),
      ),
      inServer(
        'heavy-a-proxy-has-a-limit-of-their-own',
        'src/domains/scheduling/bookings/operations/book-appointment.ts',
        ['advanceBookings(body.patientId, open.version)', 'advanceBookings(hold.id, 0)'],
        openAppointments('count for the patient: a proxy'),
      ),
      inServer(
        'heavy-the-answer-of-a-search-is-unbounded',
        'src/domains/scheduling/bookings/operations/search-slots.ts',
        ['Math.min(query.limit ?? 500, Math.max(1, Math.floor(freeCharacters / candidates.length)))', '1_000_000'],
        serverTest('domains/scheduling/tests/search-pages.test.ts', 'stays below 100 KB'),
      ),
    ],
    'No one fills the outbox of others': [
      inServer(
        'heavy-the-outbox-of-a-person-has-no-bound',
        'src/platform/http/steps/limit-rate.ts',
        ['if (own > 0) throw', 'if (own < 0) throw'],
        serverTest('platform/http/tests/load.test.ts', 'lets no one fill the outbox of others'),
      ),
      inServer(
        'heavy-the-outbox-of-an-organization-has-no-bound',
        'src/platform/http/steps/limit-rate.ts',
        ['if (everyones > 0 &&', 'if (everyones < 0 &&'],
        serverTest('platform/http/tests/load.test.ts', 'lets no one fill the outbox of others'),
      ),
      inServer(
        'heavy-a-running-visit-waits-for-the-outbox',
        'src/platform/http/steps/limit-rate.ts',
        [" && urgency !== 'runningVisit'", " && urgency !== 'deferrable'"],
        serverTest('platform/http/tests/load.test.ts', 'lets no one fill the outbox of others'),
      ),
      inServer(
        'heavy-a-repeat-is-paid-twice',
        'src/platform/http/steps/keep-or-read.ts',
        ['replayed ? 0 : units', 'replayed ? 1 : units'],
        serverTest('platform/http/tests/load.test.ts', 'takes nothing from the outbox for a request that is repeated'),
      ),
    ],
    'Nothing is made for a client that has disconnected': [
      queue('work-of-no-one', ['drop(asker, start)\n', ''], 'drops what waits for a client that has disconnected'),
      inServer(
        'heavy-documents-of-closed-pages',
        'src/platform/http/exchange.ts',
        ['if (!response.writableFinished) disconnected.abort()', 'if (response.writableFinished) disconnected.abort()'],
        serverTest('platform/heavy/disconnected-clients.test.ts', 'a document is not made for a page that was closed'),
      ),
      inServer(
        'heavy-one-who-leaves-takes-it-from-all',
        kept,
        ['if (--pending.waiting === 0)', 'if (--pending.waiting >= 0)'],
        workTest('is dropped when everyone who waits for it has disconnected'),
      ),
      inServer(
        'heavy-lists-of-closed-pages',
        'src/platform/http/steps/take-turns.ts',
        ['turns.waiting.splice(place, 1)', ''],
        serverTest('platform/http/steps/take-turns.test.ts', 'lose their turn when the client disconnects'),
      ),
    ],
    'No answer with a secret is compressed': [
      inServer(
        'heavy-every-answer-is-compressed',
        'src/platform/http/compress-payload.ts',
        ["(route.declaration.method === 'get' || route.id === readTogetherId) &&\n  route", 'route'],
        serverTest('platform/http/compress-payload.test.ts', 'never applies to an answer with a secret'),
      ),
    ],
    'A read among several has its own permission, limit, record and activity, and fails alone': [
      together(
        'read-together-without-permission',
        ['[rate, ...permitted, ...performed]', '[rate, ...permitted.slice(2), ...performed]'],
        'are recorded as what they are',
        pipeline,
      ),
      together(
        'read-together-without-limit',
        ['[rate, ...permitted, ...performed]', '[...permitted, ...performed]'],
        'take from the limits of the person',
        pipeline,
      ),
      together(
        'read-together-unrecorded',
        ['[rate, ...permitted, ...performed]', '[rate, ...permitted, ...performed.slice(0, -1)]'],
        'are recorded as what they are',
        pipeline,
      ),
      together(
        'read-together-documents',
        ['if (faults.length > 0) throw faultyRequest(faults)\n', ''],
        'are refused as a whole with',
      ),
      together('read-together-no-activity', ['inner.session = outer.session', ''], 'are activity of the person'),
    ],
    'Lists of one person are worked on a few at a time, and a long answer takes more from their limit': [
      inServer(
        'heavy-lists-take-no-turns',
        'src/platform/http/steps/take-turns.ts',
        ['if (turns.underWay >= places)', 'if (turns.underWay < 0)'],
        serverTest('platform/http/steps/take-turns.test.ts', 'are worked on a few at a time'),
      ),
      inServer(
        'heavy-long-answers-cost-nothing-more',
        'src/platform/http/steps/limit-rate.ts',
        ['if (more > 0)', 'if (more < 0)'],
        serverTest('platform/http/tests/load.test.ts', 'lets a long answer take what it costs'),
      ),
    ],
    'A copy of a record is read when its turn has come, and a large answer keeps its place until it has left': [
      inServer(
        'heavy-a-copy-is-read-before-its-turn',
        'src/domains/rights/operations/get-record-copy.ts',
        [
          'ports.heavyWork.runLarge(\n      context.caller,\n      async () => {',
          'Promise.resolve().then(\n      async () => {',
        ],
        serverTest('domains/rights/tests/record-copy.test.ts', 'is read when it is made'),
      ),
      inServer(
        'heavy-any-number-of-copies-at-once',
        'src/platform/heavy/heavy-work.ts',
        ['createFairQueue(policy.large)', 'createFairQueue({ ...policy.large, atOnce: 100 })'],
        workTest('lets large work begin a few at a time'),
      ),
      inServer(
        'heavy-documents-take-no-turns',
        'src/platform/http/steps/take-turns.ts',
        ["if (cost === 'heavy') return cost", ''],
        serverTest('platform/http/steps/take-turns.test.ts', 'are made a few at a time'),
      ),
      inServer(
        'heavy-a-slow-reader-keeps-no-place',
        'src/platform/http/steps/take-turns.ts',
        ["kind === 'heavy' && !response.destroyed", "kind === 'list' && !response.destroyed"],
        serverTest('platform/http/steps/take-turns.test.ts', 'are made a few at a time'),
      ),
    ],
    'Documents and images are made on threads, in turns, and each has a bound': [
      queue(
        'no-turns',
        [
          'people.delete(personId)\n    if (own.length > 0) people.set(personId, own)',
          'if (own.length === 0) people.delete(personId)',
        ],
        'lets everyone else go after one piece',
      ),
      queue('no-bound-for-a-person', ['if (own >= perPerson)', 'if (own < 0)'], 'refuses a person who has too much'),
      queue(
        'no-bound-for-an-organization',
        ['?? 0) >= perOrganization ||', '?? 0) < 0 ||'],
        'refuses an organization that has too much',
      ),
      queue('no-bound-for-all', ['|| waiting >= most)', '|| waiting < 0)'], 'refuses what would wait too long'),
      inFile(
        'heavy-a-document-on-the-thread-of-requests',
        '.dependency-cruiser.cjs',
        ['/platform/documents/write-pdf\\\\.ts$|', '/platform/documents/none\\\\.ts$|'],
        scriptTest('arrows.test.ts', 'heavy-work-runs-on-threads'),
      ),
    ],
    'A document is made once for an organization, and only for a short time': [
      inServer(
        'heavy-a-document-for-each-request',
        kept,
        ['if (pending !== undefined && !pending.abandon.signal.aborted) return join(pending, disconnected)', ''],
        workTest('prints a document once for all'),
      ),
      inServer(
        'heavy-a-document-of-another-organization',
        'src/platform/heavy/heavy-work.ts',
        ['JSON.stringify([organizationId, module.href', "JSON.stringify(['', module.href"],
        workTest('prints a document once for all'),
      ),
      inServer(
        'heavy-kept-without-an-end',
        kept,
        ['if (result.until > now()) return', 'if (result.until > 0) return'],
        workTest('are dropped after their time'),
      ),
      inServer(
        'heavy-kept-without-a-bound',
        kept,
        ['if (size + bytes.length <= most) break', 'if (size > 0) break'],
        workTest('are bounded in bytes'),
      ),
    ],
  },
}
