import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const checkIn = (name: string) => serverTest('domains/visits/tests/check-in.test.ts', name)
const asked = checkIn('asks whom to call in an emergency, or why the patient names no one')
const dialog = (name: string) => elementTest('src/video-room/video-room.test.ts', name)
const dialogs = 'packages/elements/src/video-room/dialogs.ts'

export const emergencyPlan: Promised = {
  subject: 'C48',
  clauses: {
    'Address and callback number are required before the waiting room': [
      inFile(
        'C48-no-street-for-help',
        'packages/contract/generated/openapi.json',
        ['"line1",\n     "city",\n     "state",\n     "kind"', '"city",\n     "state",\n     "kind"'],
        checkIn('refuses an address without a street'),
      ),
      inFile(
        'C48-no-number-to-call-back',
        'packages/contract/generated/openapi.json',
        [
          '"CheckIn": {\n    "type": "object",\n    "required": [\n     "location",\n     "callbackPhone"',
          '"CheckIn": {\n    "type": "object",\n    "required": [\n     "location"',
        ],
        checkIn('refuses to continue without a callback number'),
      ),
    ],
    'a patient names a person to call, or a coded reason why not, without which the check-in is refused': [
      inServer(
        'C48-nobody-is-asked-for-a-contact',
        'src/domains/visits/model/check-in.ts',
        ['if (!emergencyContact && !noEmergencyContact) throw', 'if (emergencyContact === null) throw'],
        asked,
      ),
      inServer(
        'C48-a-second-check-in-asks-nothing',
        'src/domains/visits/operations/check-in.ts',
        ['      requireEmergencyContact(reported)\n', ''],
        asked,
      ),
      inServer(
        'C48-a-new-location-forgets-whom-to-call',
        'src/domains/visits/operations/change-visit-location.ts',
        ['reportedLocation(body, acting, context, locationOf(visit))', 'reportedLocation(body, acting, context)'],
        asked,
      ),
      inFile(
        'C48-the-form-asks-nothing',
        'packages/elements/src/waiting-room/check-in-fields.ts',
        ["fields.noContact === '' && {", 'fields.noContact === null && {'],
        elementTest('src/waiting-room/check-in.test.ts', 'asks why there is no one to call'),
      ),
    ],
    'the clinician reads either in the emergency dialog': [
      inServer(
        'C48-the-reason-stays-on-the-server',
        'src/domains/visits/presenters/present-visit.ts',
        ['...(noEmergencyContact && { noEmergencyContact }),', ''],
        asked,
      ),
      inFile(
        'C48-the-dialog-hides-the-reason',
        dialogs,
        ['noEmergencyContact && t(', "'' && t("],
        dialog('shows why the patient named no one'),
      ),
    ],
    'emergency answers stop the questionnaire': [
      inFile(
        'C48-an-emergency-answer-goes-on',
        'packages/elements/src/intake/emergency-part.ts',
        ['return this.#watch.open.length > 0', 'return this.#watch.open.length > 99'],
        elementTest('src/intake/emergency-stop.test.ts'),
      ),
      inServer(
        'C48-a-draft-raises-nothing',
        'src/domains/intake/model/emergencies-of.ts',
        ['questionnaire.emergencyRules.filter(', 'questionnaire.emergencyRules.slice(0, 0).filter('],
        serverTest('domains/intake/model/intake-form.test.ts', 'raises an alert from a draft, once'),
      ),
    ],
    'In the room, one button shows the local emergency number, where the patient is, and whom to call, even while every request fails':
      [
        inFile(
          'C48-no-place-in-the-dialog',
          dialogs,
          ['<bdi>${place ?? ', '<bdi>${'],
          dialog('opens while every request fails, shows where the patient is'),
        ),
        inFile(
          'C48-no-local-number',
          dialogs,
          ["organization?.contact.emergencyNumber ?? '911'", "'911'"],
          dialog('shows the emergency number of the clinic'),
        ),
      ],
  },
}
