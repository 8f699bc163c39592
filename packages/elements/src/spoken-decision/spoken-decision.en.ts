import type { ConsentRequirementReason, SpokenChannel } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'appointments.get' | 'consents.decide' | 'consents.requirements' | 'proxies.list'

/** How a member of staff records what a patient said about a consent. */
export const spokenDecisionEn = {
  offer: 'Spoken consent',
  offerName: 'Spoken consent: {name}',
  heading: 'Record what {name} says about the consent',
  headingAlone: 'Record what the patient says about the consent',
  intro: 'For a patient on the phone, or one who cannot sign. What you record here is evidence, with your name.',
  loading: 'Looking up what is missing',
  state: 'Where is the patient now?',
  stateHint: 'Ask them. The law there decides whether a spoken yes is enough.',
  chooseState: 'Choose a state',
  stateFault: 'Choose the state.',
  who: 'Who decides?',
  who_patient: '{name}, the patient',
  who_proxy: '{name}, who acts for the patient',
  whoFault: 'Choose who decides.',
  how: 'How do they say it?',
  how_phone: 'By phone',
  how_video: 'By video',
  'how_in-person': 'In person',
  howFault: 'Choose how they say it.',
  nothingMissing: 'No consent is missing for this visit.',
  'reason_new-version': 'The text has changed since they agreed.',
  'reason_each-visit': 'They agreed before, for another visit.',
  'reason_must-be-signed': 'They said yes. Where they are now, the law wants a signature.',
  reason_revoked: 'They agreed before, and took it back.',
  'reason_previously-declined': 'They said no before.',
  reason_expired: 'Their agreement has ended on its last day.',
  mustSign: 'This must be signed',
  mustSignText:
    'The law wants this consent in writing, so a spoken yes is not enough. A spoken no can be recorded here.',
  mustSignHow:
    'Ask the patient to sign in to the portal and open this visit. They read the text there and type their name. If they cannot, offer a visit in person.',
  readAloud: 'Read the whole text aloud in {language}. If the patient does not speak it, use an interpreter.',
  text: 'The text to read aloud',
  wasRead: 'I read the whole text aloud to them, and answered their questions',
  wasReadFault: 'Read the text aloud, then confirm it here.',
  yes: 'They agree',
  no: 'They do not agree',
  saving: 'Saving the answer',
  cancel: 'Cancel',
  saidYes: 'Recorded: they agreed. {title}',
  saidNo: 'Recorded: they did not agree. {title}',
  doneText:
    'The patient reads it under “What you agreed to”, with your role and the time. They can take it back there, or ask about it.',
  noHelp: 'Offer another way to be seen: by phone, or in person.',
  close: 'Close',
  problem_consent_element_missing: [
    'This consent must be signed',
    'Nothing was recorded.',
    'Ask the patient to sign it in the portal.',
  ],
  problem_consent_combined: [
    'This consent must be signed',
    'Nothing was recorded.',
    'Ask the patient to sign it in the portal.',
  ],
  problem_document_changed: [
    'The text has just changed',
    'Nothing was recorded.',
    'Read the new text aloud, then record the answer.',
  ],
  problem_sections_not_read: [
    'The text was not read to the end',
    'Nothing was recorded.',
    'Read the whole text aloud, then record the answer.',
  ],
  problem_signature_missing: [
    'Something is missing in what you attest',
    'Nothing was recorded.',
    'Say who decides and how, then try again.',
  ],
  problem_outside_proxy_scope: [
    'This person may not decide for the patient',
    'Nothing was recorded.',
    'Ask the patient themselves.',
  ],
  problem_consent_document_missing: [
    'This text is not published yet',
    'Nothing was recorded.',
    'Ask an administrator to publish it.',
  ],
  problem_written_signature_required: [
    'A spoken yes is not enough here',
    'Nothing was recorded.',
    'Ask the patient to sign it in the portal.',
  ],
} as const satisfies Messages &
  CodeWords<'how', SpokenChannel> &
  CodeWords<'reason', Exclude<ConsentRequirementReason, 'first-time'>> &
  ProblemWords<Calls>
