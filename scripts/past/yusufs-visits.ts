import type { PastVisit } from './past-visit.ts'

const questions = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  // Thoughts of self-harm: never, in every visit.
  '44260-8',
]
const worries = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7']
/** LOINC's answers about frequency, by their score. */
const frequencies = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']

const scored = (items: readonly string[], scores: readonly number[]) =>
  items.map((linkId, index) => ({ linkId, values: [{ code: frequencies[scores[index] ?? 0] ?? '' }] }))
const mood = (scores: readonly number[]) => [
  ...scored(questions, scores),
  { linkId: '69722-7', values: [{ code: 'LA6573-5' }] },
]

const longSession = { codeSystem: 'local', code: 'VISIT60' } as const
const yusuf = { patient: 'yusuf.rahimi', practitioner: 'priya.raman' } as const
const noRisk = 'Asked: no thoughts of suicide or of harming others, now or before. Knows the crisis line 988.'

/** Depression that improves over three sessions. He has no insurance: each session has an estimate and is paid in full. */
export const yusufsVisits: readonly PastVisit[] = [
  {
    ...yusuf,
    visitType: 'behavioral-health-intake',
    daysAgo: 74,
    bookedDaysBefore: 8,
    minutes: 55,
    reason: 'I sleep badly and have no energy since I lost my job.',
    answers: { 'phq-9': mood([2, 2, 2, 2, 1, 2, 2, 1, 0]), 'gad-7': scored(worries, [2, 2, 2, 1, 1, 1, 1]) },
    note: {
      sections: {
        session:
          'Low since he lost his job in spring. Wakes at four, skips meals, sees few people. Would like to work again.',
        'mental-status': 'Seen by video from his home. Tired, clear, answers slowly. Mood low, affect matches.',
        risk: noRisk,
        assessment: 'A first depressive episode of moderate degree, after a loss. Worry along with it.',
        plan: 'Weekly plan of activities. Sleep diary. Next session in five weeks, earlier if he wants.',
        instructions:
          'Get up at the same time every day. Plan one thing a day with somebody else. Keep the sleep diary.',
      },
      diagnoses: ['F32.1'],
      vitals: [],
      service: longSession,
    },
  },
  {
    ...yusuf,
    visitType: 'behavioral-health-session',
    daysAgo: 39,
    bookedDaysBefore: 8,
    minutes: 48,
    reason: 'Second session.',
    answers: { 'phq-9': mood([1, 1, 2, 1, 1, 1, 1, 1, 0]) },
    note: {
      sections: {
        session: 'Sleeps until six on most days. Walks with a neighbor. Has applied for two jobs.',
        'mental-status': 'Seen by video from his home. More lively, smiles at times.',
        risk: noRisk,
        assessment: 'Moderate depressive episode, getting better.',
        plan: 'Keep the activities. Prepare for interviews. Next session in five weeks.',
        instructions: 'Keep the fixed time to get up. Write down one thing each evening that went well.',
      },
      diagnoses: ['F32.1'],
      vitals: [],
      service: longSession,
    },
  },
  {
    ...yusuf,
    visitType: 'behavioral-health-session',
    daysAgo: 6,
    bookedDaysBefore: 8,
    minutes: 45,
    reason: 'Third session.',
    answers: { 'phq-9': mood([1, 0, 1, 1, 0, 1, 1, 0, 0]) },
    note: {
      sections: {
        session: 'Begins a new job next month. Sleeps well. Meets friends on weekends.',
        'mental-status': 'Seen by video from his home. Awake and cheerful, speaks freely.',
        risk: noRisk,
        assessment: 'Depressive episode close to remission.',
        plan: 'One more session in two months, after the start of the job.',
        instructions:
          'You have come far. Keep the plan for sleep while the new job begins, and call us if the mood sinks.',
      },
      diagnoses: ['F32.1'],
      vitals: [],
      service: longSession,
    },
    question: {
      topic: 'appointment',
      subject: 'Sessions in the evening',
      text: 'From next month I work until six. Are there sessions after that?',
      answer:
        'Yes. Dr Raman has times until eight in the evening from Monday to Thursday. You find them under "Book a visit".',
      thanks: 'That fits. Thank you.',
    },
  },
]
