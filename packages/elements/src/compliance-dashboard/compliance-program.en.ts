import type {
  AccessDecision,
  FindingKind,
  FindingStatus,
  IncidentRecipient,
  IncidentStatus,
  ObligationKind,
  ObligationTotals,
  RetentionClass,
  RiskTreatment,
  TrainingStatus,
} from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { StaffRole } from './staff-roles.ts'

/** The client methods that the pages call. A test compares them with the source. */
type Calls =
  | 'accessReviews.list'
  | 'accessReviews.record'
  | 'accesses.ledgerState'
  | 'exposures.ofActor'
  | 'findings.list'
  | 'incidents.assess'
  | 'incidents.list'
  | 'incidents.recordNotice'
  | 'incidents.report'
  | 'me.get'
  | 'members.signOut'
  | 'obligations.complete'
  | 'obligations.completions'
  | 'obligations.create'
  | 'obligations.list'
  | 'obligations.update'
  | 'retention.changeSchedule'
  | 'retention.schedule'
  | 'retention.summary'
  | 'risks.create'
  | 'risks.list'
  | 'risks.update'
  | 'training.courses'
  | 'training.createCourse'
  | 'training.list'
  | 'training.record'
  | 'training.updateCourse'

export const complianceProgramEn = {
  loading: 'Loading',
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  saved: 'It is saved.',
  choose: 'Choose',
  optional: '{label} (optional)',
  writeFault: 'Write something here.',
  chooseFault: 'Choose something here.',
  dateFault: 'Give a whole date.',
  numberFault: 'Give a number from {least} to {most}.',
  status_soon: 'Due soon',
  status_overdue: 'Overdue',
  inTime: 'In time',
  dueOn: 'Due {day}',
  reviewOn: 'Review by {day}',
  of: '{inTime} of {total} in time',
  areasText: 'How much of each area is in time',
  areasTable: 'Show the numbers',
  area: 'Area',
  area_obligations: 'Recurring tasks',
  area_training: 'Training',
  'area_access-reviews': 'Who has access',
  area_risks: 'Risks',
  area_incidents: 'Incidents',
  nothingDue: 'Nothing is due in the next 30 days.',
  overdueHeading: 'Overdue',
  soonHeading: 'Due soon',
  'finding_nothing-recorded': 'Nothing is recorded',
  finding_obligation: 'Recurring task',
  'finding_no-owner': 'No one is responsible',
  finding_training: 'Training',
  'finding_access-review': 'Review of access',
  'finding_risk-review': 'Review of a risk',
  'finding_incident-notice': 'Notice of a breach',
  'finding_incident-assessment': 'Assessment of an incident',
  'finding_recording-account':
    'The video account records calls. No visit can start until recording and transcription are turned off there.',
  'kind_policy-review': 'Policy',
  'kind_risk-analysis': 'Risk analysis',
  'kind_asset-inventory': 'List of systems and data flows',
  'kind_agreement-verification': 'Safeguards of a vendor',
  'kind_vulnerability-scan': 'Scan for vulnerabilities',
  'kind_penetration-test': 'Penetration test',
  'kind_restore-drill': 'Restore drill',
  obligationsText: 'Each of these comes back. It is in time as long as somebody has done it and recorded the proof.',
  noObligations: 'Nothing is recorded yet. Add the first policy, scan or drill.',
  addObligation: 'Add a recurring task',
  kind: 'Kind',
  title: 'Name',
  titleHint: 'The policy, vendor or system. Name no patient.',
  owner: 'Responsible',
  ownerIs: 'Responsible: {owner}',
  noOwner: 'no one yet',
  lastDone: 'Last done on',
  lastDoneHint: 'If it was never done, it is due today.',
  everyDays: 'Days until it is due again',
  notDoneAnyMore: 'It is not done any more',
  complete: 'It is done',
  completeName: 'Record that it is done: {title}',
  completeText: 'The next due date counts from this day. A completion cannot be changed later.',
  doneOn: 'Done on',
  evidence: 'Where the proof is',
  evidenceHint: 'A number of a document, or a place. Name no patient.',
  change: 'Change',
  changeName: 'Change: {title}',
  history: 'History',
  historyName: 'History: {title}',
  neverDone: 'It was never done here.',
  recordedBy: 'recorded by {name}',
  unknownPerson: 'a former colleague',
  trainingText: 'Whoever has one of the roles takes the course again before it expires.',
  noCourses: 'There is no course yet.',
  courseFor: 'For: {roles}',
  addCourse: 'Add a course',
  courseTitle: 'Name of the course',
  validDays: 'Days for which it is valid',
  courseRoles: 'Who must take it',
  courseStops: 'Who has not taken it in time sees no patients.',
  stopsAccess: 'Who has not taken it in time sees no patients',
  stopsAccessHint: 'New members have 30 days. A call that is open goes on.',
  stopAccess: 'Stop access without it',
  stopAccessName: 'Stop access without it: {title}',
  stopNoAccess: 'Let people work without it',
  stopNoAccessName: 'Let people work without it: {title}',
  endCourse: 'End the course',
  endCourseName: 'End the course: {title}',
  training_current: 'Current',
  'training_expires-soon': 'Expires soon',
  training_expired: 'Expired',
  training_missing: 'Missing',
  validUntil: 'Valid until {day}',
  recordTraining: 'Record',
  recordTrainingName: 'Record “{title}” for {name}',
  ownTraining: 'A colleague records yours.',
  role_practitioner: 'clinician',
  role_nurse: 'nurse',
  'role_front-desk': 'front desk',
  role_biller: 'billing',
  role_interpreter: 'interpreter',
  'role_privacy-officer': 'privacy officer',
  role_auditor: 'auditor',
  role_administrator: 'administrator',
  accessText:
    'Look at each colleague’s roles. Take away what is not needed in the directory first, then record it here.',
  neverReviewed: 'No one has looked at it yet.',
  decision_confirmed: 'Confirmed on {day}',
  decision_changed: 'Changed on {day}',
  ownAccess: 'A colleague reviews your own roles.',
  confirm: 'Still needed',
  confirmName: 'Still needed: {name}',
  changed: 'Changed',
  changedName: 'Changed: {name}',
  signOut: 'Sign out everywhere',
  signOutName: 'Sign out everywhere: {name}',
  signOutHeading: 'Sign {name} out on every device',
  signOutText:
    'For a lost or stolen device. Every session ends at once, also during a visit. Signing in again stays possible, so block the account at your identity provider too if someone else may know its password.',
  signedOut: '{name} is signed out on every device.',
  risksText: 'The greatest risk is first. Its size is its likelihood times its impact, each from 1 to 5.',
  noRisks: 'No risk is recorded yet.',
  addRisk: 'Add a risk',
  riskSize: 'Size {size}',
  likelihoodAndImpact: 'Likelihood: {likelihood}. Impact: {impact}.',
  likelihood: 'Likelihood',
  likelihood_1: 'rare',
  likelihood_2: 'unlikely',
  likelihood_3: 'possible',
  likelihood_4: 'likely',
  likelihood_5: 'almost certain',
  impact: 'Impact',
  impact_1: 'negligible',
  impact_2: 'small',
  impact_3: 'noticeable',
  impact_4: 'great',
  impact_5: 'severe',
  treatment: 'What is done',
  treatment_mitigate: 'It is reduced.',
  treatment_accept: 'It is accepted.',
  treatment_transfer: 'It is transferred, for example to an insurer.',
  treatment_avoid: 'It is avoided.',
  plan: 'Plan',
  planHint: 'What is done until when. Name no patient.',
  asset: 'What can be harmed',
  assetHint: 'For example: laptops of nurses.',
  threat: 'What can happen',
  threatHint: 'For example: a laptop is stolen.',
  reviewRisk: 'Review',
  reviewRiskName: 'Review: {threat}',
  reviewRiskText: 'Saving counts as a review, also if nothing has changed.',
  riskGone: 'This risk does not exist any more',
  incidentsText: 'The days count from the discovery. What is not assessed counts as a breach.',
  reportText:
    'If information about patients may have come into wrong hands, report it today. Only privacy officers read it.',
  report: 'Report an incident',
  reportSend: 'Send the report',
  noIncidents: 'No incident was reported.',
  discovered: 'Discovered on',
  discoveredOn: 'Discovered on {day}',
  happened: 'What happened',
  happenedHint: 'Who may have seen what, when, and what was done since.',
  incident_open: 'Not assessed',
  incident_assessed: 'Assessed',
  incident_closed: 'Closed',
  presumed: 'Until it is assessed, it counts as a breach.',
  isBreach: 'It is a breach.',
  noBreach: 'It is no breach.',
  concerned: { one: 'One patient is concerned.', other: '{count} patients are concerned.' },
  assess: 'Assess',
  assessAgain: 'Assess again',
  assessName: 'Assess what was discovered on {day}',
  assessAgainName: 'Assess again what was discovered on {day}',
  assessText: 'It is a breach unless each of the four factors is low.',
  factor_nature: 'How sensitive the data are, and how easily people can be identified',
  factor_recipient: 'Who received or used it',
  factor_acquired: 'Whether it was really acquired or viewed',
  factor_remaining: 'What remains of the risk after what was done',
  level_1: 'Low',
  level_2: 'Medium',
  level_3: 'High',
  patients: 'How many patients are concerned',
  manyInOneState: '500 or more of them live in one state',
  findings: 'What it was',
  recipient_individuals: 'Letters to the patients',
  recipient_hhs: 'Department of Health and Human Services',
  recipient_media: 'Media of the state',
  sent: 'It was sent',
  sentName: 'It was sent: {to}',
  sentOn: 'Sent on {day}',
  reachedHeading: 'Which patients somebody reached',
  reachedText: 'From the access log. Asking is in the log too, for each patient that is found.',
  who: 'Who',
  from: 'From',
  until: 'Until',
  search: 'Search',
  searching: 'Searching',
  reachedNone: 'No patient was reached in this time.',
  reached: { one: 'One patient was reached.', other: '{count} patients were reached.' },
  saveList: 'Save the list',
  retentionIntro:
    'A patient’s record is kept for the longer of the medical and the financial years, after the last thing that was done in it, and of a child from their {age}th birthday.',
  class: 'Class of records',
  years: 'Years',
  leastYears: 'At least',
  class_medical: 'Medical records',
  class_financial: 'Claims and payments',
  class_accesses: 'Accesses, policies and training',
  changeYears: 'Change the years',
  changeYearsText: 'Choose more years than the law asks for, or as many. Shorter ones are refused.',
  yearsOf: 'Years for: {name}',
  yearsHint: 'At least {least}',
  changedBy: 'Changed by {name} on {day}',
  formerColleague: 'a colleague who worked here',
  retentionNow: 'Now',
  dueRecords: 'Records whose time is over',
  heldRecords: 'Records with a legal hold',
  erasedRecords: 'Records that were erased, with a certificate',
  retentionDesk: 'A privacy officer decides on them at the privacy desk.',
  problem_retention_too_short: [
    'The law asks for more years',
    'Nothing was changed.',
    'Choose at least the years that each line names.',
  ],
  problem_version_conflict: [
    'A colleague changed this in the meantime',
    'Nothing was changed.',
    'Look at it again, then repeat your change.',
  ],
  problem_own_roles: ['No one confirms their own roles', 'Nothing was changed.', 'Ask a colleague to review yours.'],
  problem_notice_not_due: [
    'The assessment asks for no such notice',
    'Nothing was changed.',
    'Assess the incident again if it has to be sent.',
  ],
  problem_too_many_entries: [
    'There can be no more of these',
    'What you typed is still here.',
    'End one that is not needed, then save again.',
  ],
} as const satisfies Messages &
  ProblemWords<Calls> &
  CodeWords<'kind', ObligationKind> &
  CodeWords<'finding', FindingKind> &
  CodeWords<'status', FindingStatus> &
  CodeWords<'area', ObligationTotals['area']> &
  CodeWords<'training', TrainingStatus> &
  CodeWords<'decision', AccessDecision> &
  CodeWords<'treatment', RiskTreatment> &
  CodeWords<'incident', IncidentStatus> &
  CodeWords<'recipient', IncidentRecipient> &
  CodeWords<'role', StaffRole> &
  CodeWords<'class', RetentionClass>
