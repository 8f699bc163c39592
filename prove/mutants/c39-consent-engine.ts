import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const rule = 'src/domains/consent/model/consent-rule.ts'
const standing = 'src/domains/consent/model/standing.ts'
const every = (name: string) => serverTest('domains/consent/model/every-consent-rule.test.ts', name)
const unknown = (property: string) => ({ ...every('unknown, is never less strict'), row: property })
const visits = (name: string) => serverTest('domains/visits/tests/consent-at-each-visit.test.ts', name)
const byProfession = visits('depends on the practitioner')
const byPayer = (row: string) => ({
  ...serverTest(
    'domains/billing/coverages/tests/payer-of-consent.test.ts',
    'this decides which law counts at check-in',
  ),
  row,
})
const gather = 'src/domains/visits/workflows/gather-consents.ts'
const next = visits('is asked for at the next visit again')

export const consentEngine: Promised = {
  subject: 'C39',
  clauses: {
    'Form, frequency and clauses follow state, profession, payer and modality, the strictest of all rows that may apply':
      [
        inServer('C39-the-first-row-wins', rule, ['Math.max(', 'Math.min('], unknown('payer')),
        inServer(
          'C39-an-unknown-value-excludes',
          rule,
          ['wanted === null || known === null || wanted === known', 'wanted === null || wanted === known'],
          unknown('profession'),
          unknown('modality'),
        ),
      ],
    'At check-in these are the profession of the practitioner and the kind of the payer': [
      inServer(
        'C39-every-profession-counts',
        gather,
        ['return { state, profession, payer, modality }', 'return { state, profession: null, payer, modality }'],
        byProfession,
      ),
      inServer(
        'C39-every-payer-counts',
        gather,
        ['return { state, profession, payer, modality }', 'return { state, profession, payer: null, modality }'],
        byPayer('commercial insurance'),
      ),
    ],
    'unknown or several stay the strictest': [
      inServer(
        'C39-the-first-payer-speaks-for-all',
        'src/domains/billing/provides.ts',
        ['return kinds.size === 1 ? kind : null', 'return kind'],
        byPayer('payers of two kinds'),
      ),
      inServer(
        'C39-an-unknown-profession-is-a-physician',
        gather,
        ['const [{ profession = null }, payer]', "const [{ profession = 'physician' }, payer]"],
        byProfession,
      ),
    ],
    'another practitioner who admits is held against the law again': [
      inServer(
        'C39-a-cover-admits-under-another-law',
        gather,
        ['hasMoved(visit, state) || treatedBy !== visit.practitionerId', 'hasMoved(visit, state)'],
        visits('is held against the law of the practitioner who admits'),
      ),
    ],
    'each row has its source and dates': [
      inServer(
        'C39-a-row-without-a-source',
        'packs/consent/jurisdictions.json',
        ['"source": "Design: where no rule is known, the strictest of all"', '"source": "none"'],
        every('names source and dates for each row'),
      ),
    ],
    'a combination that no row is about gets the strictest: no state, profession and payer is without a rule': [
      inServer(
        'C39-unknown-states-fall-through',
        rule,
        ['...(covered ? [] : fallback)', '...(covered || ofState.length === 0 ? [] : fallback)'],
        every('has a rule with a source for every combination'),
      ),
      inServer(
        'C39-one-payer-speaks-for-all',
        rule,
        ['isAbout(row.payer, care.payer) &&', ''],
        every('does not take a row for one payer'),
      ),
    ],
    'Where consent is needed at each visit, one that was given for a visit does not serve the next': [
      inServer(
        'C39-any-visit',
        standing,
        ['latest.appointmentId === null ? { ...standing, onceSince: latest.decidedAt } : again', 'standing'],
        next,
        serverTest('domains/consent/model/standing.test.ts', 'was given for another visit'),
      ),
      inServer(
        'C39-the-law-of-no-state',
        'src/domains/consent/provides.ts',
        ['consentRule(jurisdictions, care, ', "consentRule(jurisdictions, { ...care, state: 'AZ' }, "],
        next,
      ),
    ],
    'one that names none serves the first check-in after it': [
      inServer(
        'C39-again-and-again',
        'src/domains/visits/workflows/gather-consents.ts',
        ['last > standing.onceSince', 'last < standing.onceSince'],
        visits('that names no visit serves the next one, and only this'),
      ),
    ],
    'with a yearly rule it serves a year': [
      inServer(
        'C39-two-years',
        standing,
        ['getUTCFullYear() + 1', 'getUTCFullYear() + 2'],
        serverTest('domains/consent/model/standing.test.ts', 'is a year old'),
      ),
    ],
    'Who says another state later is asked again, before the location is stored, or in a visit before a seat is issued':
      [
        inServer(
          'C39-a-seat-in-another-state',
          'src/domains/visits/workflows/gather-consents.ts',
          ['hasMoved(visit, state) ||', 'hasMoved(visit, visit.details.locations[0].location.state) ||'],
          visits('in a visit the location is stored at once'),
          visits('is asked for again in another state'),
        ),
        inServer(
          'C39-a-location-without-a-consent',
          'src/domains/visits/model/visit.ts',
          ['hasMoved(visit, state) ? visit : { ...visit, requiredConsents: [] }', '{ ...visit, requiredConsents: [] }'],
          visits('is asked for again in another state'),
        ),
        inFile(
          'C39-no-way-to-the-consent',
          'packages/elements/src/video-room/during-call.ts',
          ["if (code !== 'consent_missing' || ", "if (code === 'consent_missing' || "],
          elementTest('src/video-room/emergency-note.test.ts', 'a patient whose seat is refused without the consent'),
        ),
      ],
    'a spoken yes is not enough in a state that wants a signature: at check-in, with another location, at admission and for a seat':
      [
        inServer(
          'C39-a-spoken-yes-is-signed',
          standing,
          ["if (status !== 'granted' || !spoken || form !== 'written') return standing", 'if (form) return standing'],
          visits('is not enough at a check-in from a state'),
          visits('is asked for in writing by a patient who moves'),
          serverTest('domains/consent/model/standing.test.ts', 'was spoken for this visit'),
        ),
        inServer(
          'C39-a-spoken-yes-for-another-state',
          gather,
          ['if (ports.consent.acceptsSpoken(care, context.now)) return standings', 'if (care) return standings'],
          visits('for another state does not go before a signature'),
        ),
        inServer(
          'C39-nowhere-a-spoken-yes',
          'src/domains/consent/provides.ts',
          ["ruleOf(care, now).form !== 'written'", "ruleOf({ ...care, state: null }, now).form !== 'written'"],
          visits('is enough from the state that accepts it'),
        ),
      ],
    'the queue says so before': [
      inServer(
        'C39-the-queue-says-done',
        'src/domains/visits/operations/get-queue.ts',
        ['await withoutSpoken(ports, context, visit, standings)', 'standings'],
        visits('for another state does not go before a signature'),
      ),
    ],
    'the patient reads it in the waiting room, opens the consent from there and signs': [
      inServer(
        'C39-the-dialog-says-granted',
        'src/domains/consent/operations/list-consent-requirements.ts',
        ["query.state === undefined ? 'verbal-documented'", "query.state ? 'verbal-documented'"],
        visits('is not enough at a check-in from a state'),
      ),
      inFile(
        'C39-the-dialog-names-no-state',
        'packages/elements/src/consent-dialog/read-requirements.ts',
        ['...(state && { state })', '...(!state && { state })'],
        elementTest('src/consent-dialog/consent-dialog.test.ts', 'a spoken yes may not be enough'),
      ),
      inFile(
        'C39-the-waiting-room-is-a-dead-end',
        'packages/elements/src/core/consent-request.ts',
        ["code === 'consent_missing'", "code !== 'consent_missing'"],
        elementTest('src/waiting-room/check-in.test.ts', 'the patient reads it from there'),
      ),
    ],
    'The patient is asked for the visit to come, and reads why': [
      inServer(
        'C39-nobody-is-asked',
        'src/domains/consent/operations/list-consent-requirements.ts',
        ['standingFor(decision, head, { appointmentId, form, frequency, now })', 'standingOf(decision, head, now)'],
        next,
      ),
      inFile(
        'C39-the-dialog-names-no-visit',
        'packages/elements/src/consent-dialog/read-requirements.ts',
        ['...(appointmentId && { appointmentId })', '...(!appointmentId && { appointmentId })'],
        elementTest('src/consent-dialog/consent-dialog.test.ts', 'at the next visit the law asks again'),
      ),
    ],
  },
}
