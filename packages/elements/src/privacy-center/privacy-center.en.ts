import type { PrivacyRequest } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** What a patient reads about their rights. */
export const privacyCenterEn = {
  heading: 'Your privacy',
  back: 'All of your privacy',
  loading: 'Loading',

  copy: 'A copy of your record',
  copyText: 'Take it all with you, to read or for a new clinic.',
  accesses: 'Who saw your record',
  accessesText: 'Who opened it, when and why.',
  disclosures: 'Who your information went to',
  disclosuresText: 'To whom we sent facts about you, and why.',
  requests: 'Ask for a change',
  requestsText: 'Correct your record, limit its use, or ask for a copy in another form.',
  consents: 'What you agreed to',
  consentsText: 'Each text with your decision, and how to take it back.',
  reach: 'How we reach you',
  reachText: 'Email or text, your language, and hours when we stay quiet.',
  people: 'People who help me',
  peopleText: 'Who may act for you, and what they may do.',

  copyIntro:
    'You get one file with all that we keep about you. It has a page to read, a PDF, and data for other clinics and apps.',
  copyWhat: 'What is in it',
  copyIn:
    'Your notes, results, medicines, visits and their recordings, messages, files, bills and what you agreed to. Also the lists of who opened your record and who it went to.',
  copyNotIn: 'What is not in it',
  copyOut:
    'Notes that are not signed, results that were not released, and the private notes of a talk therapist. The copy says so too.',
  copySafe: 'Keep the file in a safe place. Anyone who has it can read it.',
  copyMake: 'Make my copy',
  copyMaking: 'Making your copy. This can take a minute.',
  copyMade: 'Your copy is in your downloads.',
  copyOther: 'You want it on paper, or sent to someone? Ask for it under “Ask for a change”.',
  fileName: 'my-record',

  kind: 'What do you want?',
  kind_correction: 'Correct something in my record',
  kind_restriction: 'Limit how my record is used or shared',
  kind_copy: 'Get a copy in another form',
  kind_erasure: 'Erase my record',
  eraseText:
    'Most records have to be kept for years. If we erase yours, no one can read it again, and you cannot get it back. You may want a copy first.',
  visit: 'Which visit is it about?',
  visitNone: 'Another part of my record',
  what_correction: 'What is wrong, and what should it say?',
  what_restriction: 'What should we not use or share, and with whom?',
  what_copy: 'Which copy do you want, and how?',
  what_erasure: 'What should we know?',
  why: 'Why? You may leave this empty.',
  whatMissing: 'Write what you ask for.',
  send: 'Send',
  sent: 'Your request was sent. You find our answer here.',

  yours: 'Your requests',
  yoursNone: 'You have not asked for anything yet.',
  askedOn: 'Asked on {date}',
  askedByOther: 'Asked for you on {date}',
  status_waiting: 'Waits for our answer',
  status_accepted: 'We said yes',
  status_denied: 'We said no',
  dueOn: 'We answer by {date}.',
  extended: 'We need more time: {reason}',
  answered: 'Answered on {date} by {name}',
  answeredByClinic: 'Answered on {date}',
  'ground_not-created-here': 'Another clinic wrote it. Ask that clinic.',
  'ground_not-in-record': 'It is not part of your record.',
  'ground_not-open-to-patient': 'The law does not open this part to you.',
  'ground_accurate-and-complete': 'We find that it is right and complete.',
  'ground_psychotherapy-notes': 'The law keeps these notes apart.',
  'ground_legal-proceeding': 'It was made for a court case.',
  'ground_endangers-life': 'A clinician fears that it would put a life in danger. You may ask for a second look.',
  'ground_confidential-source': 'Someone told us in trust.',
  'ground_not-agreed': 'We cannot care for you with this limit, or the law asks us to share it.',
  'ground_must-be-kept': 'We have to keep it. The law asks us to keep health records for years.',
  'ground_legal-hold': 'We have to keep it for a legal reason.',
  keptUntil: 'We have to keep it until {date}.',
  yourStatement: 'You disagree',
  disagree: 'I disagree',
  disagreeOf: 'I disagree: {what}',
  disagreeLabel: 'What do you say to it?',
  disagreeHint: 'It stands with the note in each copy of your record.',
  disagreeSend: 'Add to my record',
  disagreeCancel: 'Cancel',
  disagreed: 'Your words were added.',
  more: 'Show more',
} as const satisfies Messages &
  CodeWords<'kind', PrivacyRequest['kind']> &
  CodeWords<'what', PrivacyRequest['kind']> &
  CodeWords<'status', PrivacyRequest['status']> &
  CodeWords<'ground', NonNullable<NonNullable<PrivacyRequest['decision']>['ground']>>
