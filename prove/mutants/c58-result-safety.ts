import { inServer, serverTest, type Promised } from '../mutant.ts'

const labs = 'src/domains/labs/'
const results = (name: string) => serverTest('domains/labs/tests/results.test.ts', name)
const critical = (name: string) => serverTest('domains/labs/tests/critical-values.test.ts', name)
const unmatched = (name: string) => serverTest('domains/labs/tests/unmatched-results.test.ts', name)

export const resultSafety: Promised = {
  subject: 'C58',
  clauses: {
    'Acknowledged after the commit': [
      inServer(
        'C58-acknowledged-before-it-is-kept',
        'src/vendors/laboratory/mllp-listener.ts',
        ['    await deliver(message,', '    void deliver(message,'],
        serverTest('vendors/laboratory/mllp-listener.test.ts', 'a message that cannot be stored is not acknowledged'),
      ),
      inServer(
        'C58-a-fault-is-acknowledged',
        'src/vendors/laboratory/mllp-listener.ts',
        [
          "return response({\n      code: 'AE',\n      fault: { code: '207'",
          "return response({ code: 'AA', fault: { code: '207'",
        ],
        serverTest('vendors/laboratory/mllp-listener.test.ts', 'a message that cannot be stored is not acknowledged'),
      ),
    ],
    'repeats change nothing': [
      inServer(
        'C58-a-repeat-is-taken-again',
        `${labs}inbound/create-inbox.ts`,
        ['writes: [...writes, insertDelivery(context.newId(), delivery)],', 'writes,'],
        results('does not come back to the inbox after a person has returned it'),
      ),
      inServer(
        'C58-the-same-values-are-new',
        `${labs}model/apply-report.ts`,
        ["  if (!merged.isChanged) return { kind: 'nothing' }\n", ''],
        results('with another id changes nothing either'),
      ),
    ],
    'a correction shows what it replaced': [
      inServer(
        'C58-what-was-is-forgotten',
        `${labs}model/merge-observations.ts`,
        [
          'const replaced = { value, unit, ...(ucum !== undefined && { ucum }), at: at.toISOString() }',
          'const replaced = known.replaced',
        ],
        results('shows what it replaced'),
      ),
    ],
    'and asks for another review': [
      inServer(
        'C58-a-correction-stays-reviewed',
        `${labs}model/apply-report.ts`,
        ['    version,\n    reviewedAt: null,\n    reviewedBy: null,\n', '    version,\n'],
        results('asks for another review'),
      ),
      inServer(
        'C58-nobody-knows-that-it-was-seen',
        `${labs}model/apply-report.ts`,
        ['before.correctedAfterReview || (isCorrected && wasSeen)', 'before.correctedAfterReview'],
        results('asks for another review'),
      ),
      inServer(
        'C58-the-patient-keeps-the-wrong-value',
        `${labs}model/apply-report.ts`,
        ['wasReleased && correctReleased(wasReleased, merged.observations, merged.corrected)', 'wasReleased'],
        results('reaches a patient who has the wrong value'),
      ),
    ],
    'a critical value goes to one person after the other until one acknowledges it': [
      inServer(
        'C58-no-clock',
        `${labs}model/clock-after.ts`,
        ["(flag === 'HH' || flag === 'LL' || flag === 'AA' || limit?.outcome === 'beyond')", "flag === 'HHH'"],
        critical('notifies the practitioner at once, then others'),
      ),
      inServer(
        'C58-the-clock-stops-by-itself',
        `${labs}model/critical-clock.ts`,
        ['nextAt: next === undefined ? null : minutes(raisedAt, next.afterMinutes)', 'nextAt: null'],
        critical('notifies the practitioner at once, then others'),
      ),
      inServer(
        'C58-an-acknowledged-clock-runs-on',
        `${labs}model/critical-clock.ts`,
        ['nextAt: null, acknowledgedAt: now, acknowledgedBy', 'acknowledgedBy'],
        critical('notifies the practitioner at once, then others'),
      ),
      inServer(
        'C58-a-second-value-tells-nobody',
        `${labs}model/clock-after.ts`,
        ['restartEscalation(clock, policy, now), isRaised: true', 'clock, isRaised: false'],
        critical('in addition to an unacknowledged one notifies all roles again'),
      ),
    ],
    'a result that matches no patient, or the wrong one, is held for a person': [
      inServer(
        'C58-anybodys-result-is-taken',
        `${labs}inbound/resolve-report.ts`,
        ['if (!isSamePerson(report.person, patient))', 'if (patient === null)'],
        unmatched('never reaches the patient of the order'),
      ),
      inServer(
        'C58-the-birth-date-does-not-count',
        `${labs}model/same-person.ts`,
        ['reported.birthDate === patient.birthDate && matchName', 'matchName'],
        serverTest('domains/labs/model/same-person.test.ts'),
      ),
      inServer(
        'C58-a-similar-name-is-the-patient',
        'src/platform/names/match-name.ts',
        ['export const sameNameScore = 80', 'export const sameNameScore = 50'],
        serverTest('platform/names/match-name.test.ts', 'a similar name is not the same one'),
      ),
      inServer(
        'C58-a-father-is-his-son',
        'src/platform/names/match-name.ts',
        ["if (one.suffix !== '' && other.suffix !== '' && one.suffix !== other.suffix) return 'none'\n", ''],
        serverTest('platform/names/match-name.test.ts', 'another person is'),
      ),
      inServer(
        'C58-a-lost-result',
        `${labs}inbound/apply-reports.ts`,
        ["if (found.kind === 'unmatched') applyUnmatched(report, found)", "if (found.kind === 'unmatched') continue"],
        unmatched('without an order goes to the inbox'),
      ),
      inServer(
        'C58-no-alarm-for-nobodys-value',
        `${labs}inbound/apply-reports.ts`,
        ['    if (isRaised)\n', '    if (!isRaised)\n'],
        unmatched('with a critical value is listed first, and notifies the roles of the clinic'),
      ),
    ],
  },
}
