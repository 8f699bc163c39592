import { inServer, serverTest, type Promised } from '../mutant.ts'

const labs = 'src/domains/labs/'
const several = (name: string) => serverTest('domains/labs/tests/several-laboratories.test.ts', name)
const responses = (name: string) => serverTest('domains/labs/tests/responses-that-do-not-fit.test.ts', name)
const held = (row: string) => ({
  ...serverTest('tests/hold-reasons/hold-reasons-of-results.test.ts', 'of a response about an order'),
  row,
})
const panels = (name: string) => serverTest('domains/labs/tests/panels.test.ts', name)
const insurance = (name: string) => serverTest('domains/labs/tests/insurance-of-orders.test.ts', name)
const units = (name: string) => serverTest('domains/labs/tests/units-of-tests.test.ts', name)
const catalog = (name: string) => serverTest('domains/labs/tests/imported-catalog.test.ts', name)

/** To whom an order goes, what it says of the specimen and of the payers, and whose answers count. */
export const laboratoryOrders: Promised = {
  subject: 'laboratories',
  clauses: {
    'A result of one laboratory never reaches the order of another': [
      inServer(
        'laboratories-any-result',
        `${labs}inbound/resolve-report.ts`,
        ['if (laboratoryIdOf(target.order) !== laboratoryId)', "if (laboratoryId === '')"],
        several('a result of one for an order of the other waits for a person'),
      ),
      inServer(
        'laboratories-any-status',
        `${labs}model/place-status.ts`,
        ['if (laboratoryIdOf(named.order) !== laboratoryId)', "if (laboratoryId === '')"],
        several('a refusal by the other laboratory changes nothing'),
      ),
    ],
    'A measurement in a unit of another kind than its test measures waits for a person, and its test is not complete': [
      inServer(
        'laboratories-any-unit',
        `${labs}model/unit-of-property.ts`,
        ['!allowed.includes(unit.dimension)', 'allowed.length === 0'],
        units('waits as a contradiction, and what is next to it is in the result'),
        units('that is all of a report makes no result'),
      ),
      inServer(
        'laboratories-units-by-their-text',
        `${labs}model/unit-of-property.ts`,
        [
          "ucum === undefined || status === 'cancelled') return false",
          "status === 'cancelled') return false; ucum ??= 'mmol/L'",
        ],
        serverTest('domains/labs/model/unit-of-property.test.ts', 'a unit that the laboratory does not call UCUM'),
      ),
      inServer(
        'laboratories-complete-without-it',
        `${labs}inbound/receive-reports.ts`,
        ["{ ...report, status: 'partial', observations: right }", '{ ...report, observations: right }'],
        units('waits as a contradiction, and what is next to it is in the result'),
      ),
      inServer(
        'laboratories-a-contradiction-is-matched',
        `${labs}operations/match-result.ts`,
        [' || contradicts !== undefined', ''],
        units('waits as a contradiction, and what is next to it is in the result'),
      ),
      inServer(
        'laboratories-one-entry-for-both',
        `${labs}inbound/apply-reports.ts`,
        ['each.contradicts === report.contradicts &&', ''],
        units('of another person waits apart from the rest'),
      ),
      inServer(
        'laboratories-members-are-not-compared',
        `${labs}packs/read-loinc-release.ts`,
        ['[...codes, ...[...members.values()].flat().map(({ loinc }) => loinc)]', 'codes'],
        units('is recognized for what the catalog has, and for what its panels have'),
      ),
    ],
    'A response about an order that does not fit is held with its reason, and changes no order': [
      inServer(
        'laboratories-unknown-orders-dropped',
        `${labs}inbound/change-orders.ts`,
        ['(reason === null ? []', "(reason === null || reason === 'unknown-order' ? []"],
        held('unknown-order'),
      ),
      inServer(
        'laboratories-any-person',
        `${labs}model/place-status.ts`,
        ['!isSamePerson(person, patient)', 'person.birthDate === null'],
        held('identity-differs'),
      ),
      inServer(
        'laboratories-unknown-codes-skipped',
        'src/vendors/laboratory/hl7/order-status-updates.ts',
        ["?? 'unknown'", "?? 'informed'"],
        held('unknown-code'),
      ),
      inServer(
        'laboratories-contradictions-ignored',
        `${labs}model/place-status.ts`,
        ["? 'contradictory' : null", '? null : null'],
        held('contradictory'),
        responses('a test that is performed although it was cancelled'),
      ),
      inServer(
        'laboratories-contradictions-applied',
        `${labs}model/unmatched.ts`,
        [" || unmatched.reason === 'contradictory'", ''],
        responses('a cancellation of a test that is measured'),
      ),
      inServer(
        'laboratories-applied-to-any-test',
        `${labs}operations/apply-response.ts`,
        ["const isOnly = test.code === '' &&", 'const isOnly ='],
        responses('it is applied to the test that it names'),
      ),
      inServer(
        'laboratories-response-is-a-result',
        `${labs}inbound/apply-reports.ts`,
        ['each.response === undefined &&', ''],
        responses('it is no result, and a result is no response'),
      ),
      inServer(
        'laboratories-repeats-doubled',
        `${labs}inbound/change-orders.ts`,
        ['isSameResponse(each, response)', 'each.id === response.id'],
        responses('of another laboratory: a person applies it'),
      ),
      inServer(
        'laboratories-response-about-another-order',
        `${labs}workflows/conclude-order.ts`,
        ["if (!isOfOrder(update)) return 'unknown-order'", 'if (!isOfOrder(update)) return null'],
        responses('a number of another order is held'),
      ),
    ],
    'A panel of panels is complete when each leaf that it needs has, or the panel that contains it': [
      inServer(
        'laboratories-panels-without-leaves',
        `${labs}model/lab-order.ts`,
        [' || (nested !== undefined && areComplete(nested.members))', ''],
        panels('is complete when each leaf that it needs was reported by itself'),
      ),
      inServer(
        'laboratories-leaves-only',
        `${labs}model/lab-order.ts`,
        [
          'return isReported(ofMember(loinc)) || (',
          'return (nested === undefined && isReported(ofMember(loinc))) || (',
        ],
        panels('is complete when a panel in it was reported as a whole'),
      ),
    ],
    'A panel is complete when each member that it needs has a final result, and partial until then': [
      inServer(
        'laboratories-panel-by-one-member',
        `${labs}model/lab-order.ts`,
        ['needed.every((loinc) => {', 'needed.some((loinc) => {'],
        panels('is partial until each member that it needs is final'),
      ),
      inServer(
        'laboratories-panel-by-preliminary-members',
        `${labs}model/lab-order.ts`,
        ["own.every(({ status }) => status !== 'partial')", 'own.every(({ status }) => status !== undefined)'],
        panels('is partial until each member that it needs is final'),
      ),
      inServer(
        'laboratories-members-are-extra',
        `${labs}model/place-report.ts`,
        ['if (member > 0) return', 'if (member > 99) return'],
        panels('in one message, with a part for each member'),
      ),
      inServer(
        'laboratories-members-forgotten',
        `${labs}workflows/store-report.ts`,
        ["place.kind === 'member' ? withMember(", "place.kind === 'member' && given.reported.size === 0 ? withMember("],
        panels('two members that arrive at the same moment'),
      ),
      inServer(
        'laboratories-optional-members-needed',
        `${labs}model/lab-test.ts`,
        ['optional !== true)', "typeof optional !== 'string')"],
        panels('is partial until each member that it needs is final'),
      ),
    ],
    'An order and its cancellation go to the laboratory that performs its tests': [
      inServer(
        'laboratories-always-the-first',
        `${labs}workflows/laboratory-of.ts`,
        [
          '=> laboratories.of(laboratoryId)',
          "=> laboratories.of(laboratoryId === '' ? laboratoryId : firstLaboratory)",
        ],
        several('sends a cancellation to the laboratory that has the order'),
      ),
      inServer(
        'laboratories-one-agreement-for-all',
        'src/composition/compose-laboratories.ts',
        ['permit: permit(vendorOfLaboratory(each.id))', "permit: permit('laboratory')"],
        several('sends nothing to a laboratory without an agreement'),
      ),
    ],
    'An order carries the specimen of each test': [
      inServer(
        'laboratories-no-specimen',
        `${labs}operations/place-lab-order.ts`,
        ['test.specimenCode)', 'undefined)'],
        catalog('go to the laboratory with their specimen'),
      ),
    ],
    'The questions of a release of LOINC are asked with an order, and answered under their codes': [
      inServer(
        'laboratories-no-questions',
        `${labs}packs/read-loinc-release.ts`,
        ["asks: row('AskAtOrderEntry')", "asks: ''"],
        catalog('have the questions of the release at order entry'),
      ),
      inServer(
        'laboratories-questions-of-the-laboratory',
        'src/vendors/laboratory/hl7/order-message.ts',
        ["test(response.code) ? 'LN' : 'L'", "test(response.code) ? 'L' : 'L'"],
        catalog('have the questions of the release at order entry'),
      ),
    ],
    'A catalog is imported whole or not at all': [
      inServer(
        'laboratories-withdrawn-codes',
        `${labs}model/read-lab-tests.ts`,
        ["term?.status === 'DEPRECATED'", "term?.status === 'NONE'"],
        catalog('a code that LOINC has withdrawn'),
      ),
      inServer(
        'laboratories-a-part-of-a-file',
        `${labs}packs/import-lab-tests.ts`,
        ['if (faults.length > 0) throw', 'if (faults.length > 1_000) throw'],
        catalog('a code twice'),
      ),
    ],
    'Coverages in force go with an order, and none if the patient pays': [
      inServer(
        'laboratories-insurance-ended-coverages',
        'src/domains/billing/coverages/store/coverages.ts',
        [
          "    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))\n    .orderBy('rank')\nconst selectByDay",
          "    .orderBy('rank')\nconst selectByDay",
        ],
        insurance('several coverages go in order of billing'),
      ),
      inServer(
        'laboratories-insurance-in-spite-of-self-pay',
        `${labs}operations/place-lab-order.ts`,
        ['body.selfPay ? []', "body.selfPay && body.note === '' ? []"],
        insurance('nothing of the coverage leaves for'),
      ),
      inServer(
        'laboratories-insurance-of-a-restricted-visit',
        'src/domains/billing/provides.ts',
        ['if (account?.restricted) return []', 'if (account === undefined) return []'],
        insurance('an order of a visit that no payer may learn of'),
      ),
      inServer(
        'laboratories-insurance-tells-the-parents',
        `${labs}model/billing-of-order.ts`,
        ['isChild && first !== undefined ? first : self', 'first ?? self'],
        insurance('an adult on the coverage of a spouse pays the rest themselves'),
      ),
    ],
  },
}
