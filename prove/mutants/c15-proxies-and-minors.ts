import { inServer, serverTest, type Promised } from '../mutant.ts'

const visits = (name: string) => serverTest('tests/sensitive-visits.test.ts', name)
const ofMinors = (name: string) => serverTest('tests/visits-of-minors.test.ts', name)
const byStaff = (name: string) => serverTest('tests/visits-of-minors-by-staff.test.ts', name)
const toOwnAddress = ofMinors('is announced to no address that a parent or the clinic wrote')
const rights = (name: string) => serverTest('domains/directory/model/proxy-right.test.ts', name)
const proxies = (name: string) => serverTest('domains/directory/tests/proxies.test.ts', name)
const right = 'src/domains/directory/model/proxy-right.ts'
const acting = 'src/domains/directory/store/acting-for.ts'
const minors = 'src/domains/scheduling/kernel/model/sensitivity.ts'
const grid = serverTest(
  'domains/scheduling/kernel/model/sensitivity.test.ts',
  'is theirs alone by the law of the state',
)

export const proxiesAndMinors: Promised = {
  subject: 'C15',
  clauses: {
    'Rights are offered and accepted, with scopes': [
      inServer(
        'C15-an-offer-is-a-right',
        right,
        ['term.endedAt !== null || term.personId === null', 'term.endedAt !== null'],
        rights('gives no access until it is accepted'),
      ),
      inServer(
        'C15-any-scope-will-do',
        acting,
        ['rights.find((each) => each.scope.includes(scope))', 'rights.find((each) => each.scope.length > 0)'],
        proxies('read the record only within their scope'),
      ),
    ],
    'the right of a parent ends by default before the 18th birthday, at midnight by the patient’s clock, in the middle of a session':
      [
        inServer(
          'C15-a-parent-of-an-adult',
          right,
          ['const majority = 18', 'const majority = 21'],
          rights('lasts by default through the day before the child turns 18'),
        ),
        inServer(
          'C15-midnight-of-the-server',
          right,
          [
            'at >= endOfLocalDay(Temporal.PlainDate.from(term.to), zone)',
            "at >= endOfLocalDay(Temporal.PlainDate.from(term.to), 'UTC')",
          ],
          rights('ends at the patient'),
        ),
        inServer(
          'C15-a-session-outlives-the-right',
          acting,
          [
            "isInForce(right, zones.get(right.patientId) ?? 'UTC', now)",
            'right.endedAt === null && zones.size >= 0 && now > right.endedAt!',
          ],
          proxies('in the middle of a session'),
        ),
      ],
    'live messages, notices and lists of deliveries ask the same scope as the operation that reads the thing': [
      inServer(
        'C15-live-messages-of-any-scope',
        'src/platform/identity/read-gate.ts',
        ['right.scope.some((scope) => scopes.includes(scope))', 'right.scope.length > 0 && scopes.length > 0'],
        visits('is announced live as far as the scope goes'),
      ),
      inServer(
        'C15-notices-of-any-scope',
        'src/domains/messaging/model/decide-for-proxies.ts',
        ['scope.some((each) => readableWith.includes(each))', 'scope.length > 0 && readableWith.length > 0'],
        serverTest(
          'domains/messaging/model/decide-for-proxies.test.ts',
          'notifies the first proxy with the scope for visits',
        ),
      ),
    ],
    'Whether a minor may consent alone depends on the state, the kind of care and the age': [
      inServer('C15-the-law-of-any-state', minors, ['rule.state === state && rule', 'rule'], grid),
      inServer('C15-any-kind-of-care', minors, [' && rule.care === sensitivity', ''], grid),
      inServer(
        'C15-at-any-age',
        minors,
        ['return period.from <= now.getTime() && now', 'return 0 < period.to && now'],
        grid,
      ),
      inServer('C15-an-adult-is-a-minor', minors, [' && now.getTime() < period.to', ' && 0 < period.to'], grid),
    ],
    'what a minor booked by that law is shown to a proxy only with the scope for it, and notices of it go to the minor':
      [
        inServer(
          'C15-a-parent-reads-it',
          'src/domains/scheduling/kernel/store/sensitive-bookings.ts',
          [' or consented_by_minor)', ')'],
          ofMinors('is seen by the minor who booked it'),
        ),
        inServer(
          'C15-a-parent-is-notified',
          'src/domains/messaging/workflows/decide-delivery.ts',
          ['permitted.length === 0 ? null : permitted', 'permitted.length === 0 ? proxies : permitted'],
          ofMinors('is announced to no parent'),
        ),
        inServer('C15-whoever-books', minors, ['(isSelf || isSaidByStaff) && mayAlone', 'mayAlone'], grid),
        inServer(
          'C15-whoever-accepts',
          'src/domains/scheduling/waitlist/operations/accept-waitlist-offer.ts',
          ['fit.sensitivity.consentedByMinor || entry.consentedByMinor', 'fit.sensitivity.consentedByMinor'],
          ofMinors('is theirs alone if staff accept the time that they waited for'),
        ),
      ],
    'Staff who book for a minor can say that the minor consents alone': [
      inServer(
        'C15-what-staff-say-is-dropped',
        minors,
        ['(isSelf || isSaidByStaff) && mayAlone', 'isSelf && mayAlone'],
        byStaff('is seen by the minor and the clinician'),
      ),
      inServer(
        'C15-a-series-that-parents-see',
        'src/domains/scheduling/series/workflows/read-series.ts',
        ['consenting(context, patient, state, body.minorConsentsAlone)', 'consenting(context, patient, state)'],
        byStaff('is theirs alone each time that it repeats'),
      ),
      inServer(
        'C15-a-place-in-line-that-parents-see',
        'src/domains/scheduling/waitlist/operations/join-waitlist.ts',
        ['patient, stateCode, body.minorConsentsAlone)', 'patient, stateCode)'],
        byStaff('is waited for without a parent who learns of it'),
      ),
    ],
    'where the law does not allow it, nothing is booked, and no proxy says it': [
      inServer(
        'C15-staff-above-the-law',
        minors,
        [
          'if (minorConsentsAlone === true && !consentedByMinor)',
          'if (minorConsentsAlone === true && sensitivity === null)',
        ],
        serverTest(
          'domains/scheduling/kernel/model/sensitivity.test.ts',
          'is theirs alone, or refused, by the law of the state',
        ),
        byStaff('is not booked if'),
      ),
      inServer(
        'C15-a-proxy-says-it',
        minors,
        ["if (minorConsentsAlone && access.reach === 'own') throw", 'if (minorConsentsAlone && access === null) throw'],
        byStaff('is said by staff alone'),
      ),
    ],
    'a notice of a sensitive visit is sent to no address that a proxy wrote last, and of a minor only to one that the minor wrote':
      [
        inServer(
          'C15-any-address-is-used',
          'src/domains/messaging/model/decide-notice.ts',
          ["  if (facts.barred.includes(channel)) return suppress('not-own-address')\n", ''],
          toOwnAddress,
          serverTest(
            'domains/messaging/model/decide-notice.test.ts',
            'an address that may be another person’s is not used',
          ),
        ),
        inServer(
          'C15-saving-a-form-makes-it-theirs',
          'src/domains/messaging/operations/put-preferences.ts',
          ['after[name] === before?.[name] ? before?.writtenBy?.[name] : writer', 'writer'],
          toOwnAddress,
        ),
        inServer(
          'C15-a-proxy-writes-as-the-patient',
          'src/domains/directory/operations/update-patient.ts',
          ['...writtenBy(changed, before, as)', "...writtenBy(changed, before, as === 'proxy' ? 'patient' : as)"],
          toOwnAddress,
        ),
        inServer(
          'C15-the-address-of-the-clinic-is-the-minors',
          'src/domains/messaging/model/channels-of-others.ts',
          ["ofMinor ? writer !== 'patient' : writer === 'proxy'", "writer === 'proxy'"],
          serverTest(
            'domains/messaging/model/channels-of-others.test.ts',
            'of a minor only what they wrote themselves',
          ),
          toOwnAddress,
        ),
        inServer(
          'C15-an-adult-by-the-clock-of-the-server',
          'src/domains/messaging/model/channels-of-others.ts',
          ['toZonedDateTimeISO(zone)', "toZonedDateTimeISO('UTC')"],
          serverTest(
            'domains/messaging/model/channels-of-others.test.ts',
            'a person is an adult from the 18th birthday on',
          ),
        ),
      ],
  },
}
