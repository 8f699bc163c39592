import { pressure, type PastValue, type PastVisit } from './past-visit.ts'

const heart = (systolic: number, diastolic: number): PastVisit['answers'] => ({
  'heart-check': [
    ...['chest-pain-now', 'faint-breathless-now', 'palpitations', 'ankles'].map((linkId) => ({
      linkId,
      values: [{ boolean: false }],
    })),
    { linkId: 'measures', values: [{ boolean: true }] },
    { linkId: 'systolic', values: [{ integer: systolic }] },
    { linkId: 'diastolic', values: [{ integer: diastolic }] },
  ],
})

/** Within the ranges that the simulated laboratory gives for these tests. */
const lipids = (cholesterol: number, hdl: number, triglyceride: number): PastValue[] => [
  {
    loinc: '2093-3',
    name: 'Cholesterol',
    value: String(cholesterol),
    unit: 'mg/dL',
    range: '120-200',
    flag: cholesterol > 200 ? 'H' : 'N',
  },
  { loinc: '2085-9', name: 'HDL cholesterol', value: String(hdl), unit: 'mg/dL', range: '40-90', flag: 'N' },
  {
    loinc: '2571-8',
    name: 'Triglyceride',
    value: String(triglyceride),
    unit: 'mg/dL',
    range: '40-150',
    flag: triglyceride > 150 ? 'H' : 'N',
  },
]
const lipidPanel = { code: 'LIPID', answers: [{ code: 'fasting-hours', value: '10' }] }
const clinicVisit = { codeSystem: 'HCPCS', code: 'T1015' } as const
const ana = { patient: 'ana.duarte', practitioner: 'maya.okafor' } as const

/** Blood pressure and cholesterol that decrease over three months. */
export const anasVisits: readonly PastVisit[] = [
  {
    ...ana,
    visitType: 'cardiology-visit',
    daysAgo: 88,
    bookedDaysBefore: 3,
    minutes: 34,
    reason: 'My blood pressure was high at the pharmacy, twice.',
    answers: heart(158, 96),
    note: {
      sections: {
        'chief-complaint': 'High readings at the pharmacy twice this month, 160 over 98 and 156 over 95. No symptoms.',
        'risk-factors': 'Mother had a stroke at 70. Never smoked. Walks little.',
        assessment: 'Essential hypertension, stage 2, and mixed hyperlipidemia. No sign of organ damage.',
        plan: 'Lisinopril 10 mg once a day. Lipid panel. Home readings twice a day for two weeks. See again in five weeks.',
        instructions:
          'Take the tablet every morning. Write down your blood pressure in the morning and in the evening. Use less salt, and walk half an hour on most days.',
      },
      diagnoses: ['I10', 'E78.2'],
      vitals: pressure(158, 96, 84, 78.4),
      service: clinicVisit,
    },
    prescription: {
      rxcui: '314076',
      directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 }, note: 'In the morning.' },
      quantity: 90,
      daysSupply: 90,
      refills: 3,
      substitutionAllowed: true,
      diagnosisCode: 'I10',
    },
    test: {
      order: lipidPanel,
      values: lipids(242, 44, 198),
      comment:
        'Your cholesterol is above the usual range. We start with food and walking, and look again in five weeks.',
    },
  },
  {
    ...ana,
    visitType: 'cardiology-follow-up',
    daysAgo: 53,
    bookedDaysBefore: 5,
    minutes: 18,
    reason: 'Five weeks with the new tablet.',
    answers: heart(146, 90),
    note: {
      sections: {
        'chief-complaint': 'Feels well. Took the tablet every day. A dry cough in the first week, gone since.',
        assessment: 'Hypertension, better and not yet at the goal. Cholesterol falls.',
        plan: 'Go on with lisinopril 10 mg. Lipid panel again. See again in five weeks.',
        instructions: 'Go on as you do. Bring the list of your readings to the next visit.',
      },
      diagnoses: ['I10', 'E78.2'],
      vitals: pressure(146, 90, 78, 77.1),
      service: clinicVisit,
    },
    test: {
      order: lipidPanel,
      values: lipids(214, 47, 166),
      comment: 'Better than last time. Go on with the walks.',
    },
  },
  {
    ...ana,
    visitType: 'cardiology-follow-up',
    daysAgo: 20,
    bookedDaysBefore: 4,
    minutes: 16,
    reason: 'Blood pressure check.',
    answers: heart(132, 82),
    note: {
      sections: {
        'chief-complaint': 'Feels well. Home readings between 128 and 136 over 78 to 84.',
        assessment: 'Hypertension close to the goal. Cholesterol in the usual range.',
        plan: 'Go on with lisinopril 10 mg. Next check in three months.',
        instructions: 'Your blood pressure is nearly where we want it. Go on with the tablet and the walks.',
      },
      diagnoses: ['I10', 'E78.2'],
      vitals: pressure(132, 82, 72, 75.8),
      service: clinicVisit,
    },
    test: {
      order: lipidPanel,
      values: lipids(188, 52, 134),
      comment: 'All three values are in the usual range now. Well done.',
    },
    question: {
      topic: 'medication',
      subject: 'Ibuprofen for my knee',
      text: 'My knee hurts after the longer walks. May I take ibuprofen with the blood pressure tablet?',
      answer:
        'Better not: it can raise your blood pressure and strain the kidneys together with lisinopril. Take acetaminophen, and tell us if the knee still hurts in two weeks.',
      thanks: 'Thank you. The walks go better on the soft path.',
    },
  },
]
