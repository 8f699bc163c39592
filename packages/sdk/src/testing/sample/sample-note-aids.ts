import type { OrderSet, TextMacro } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleLisinopril } from './sample-medications.ts'

const orderSet = (code: string, en: string, es: string, more: Partial<OrderSet>): OrderSet => ({
  code,
  name: [
    { language: 'en', text: en },
    { language: 'es', text: es },
  ],
  specialties: [],
  diagnosisCodes: (more.diagnoses ?? []).map((each) => each.code),
  diagnoses: [],
  sections: [],
  labTests: [],
  prescriptions: [],
  active: true,
  version: 0,
  ...more,
})

/** The practitioner's text macros and the clinic's order sets. */
export const noteAidsSample: SampleDomain = () => {
  const macros: TextMacro[] = [
    {
      name: 'ros',
      shared: true,
      text: 'No fever, no weight loss. No chest pain, no shortness of breath. No vomiting, no diarrhea.',
      version: 1,
    },
    { name: 'rest', shared: false, text: 'Rest, drink plenty, and call if it gets worse.', version: 1 },
  ]
  const sets = [
    orderSet('cold', 'Cold', 'Resfriado', {
      diagnoses: [{ code: 'J06.9', display: 'Acute upper respiratory infection, unspecified' }],
      sections: [
        { code: 'assessment', text: 'Viral upper respiratory infection. No antibiotic is indicated.' },
        { code: 'instructions', text: 'Rest and drink plenty. A cold takes 7 to 10 days.' },
      ],
    }),
    orderSet('pressure', 'High blood pressure, follow-up', 'Hipertensión, control', {
      diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
      sections: [{ code: 'plan', text: 'Continue the treatment. Blood test. Next visit in three months.' }],
      labTests: ['BMP'],
      prescriptions: [
        {
          rxcui: sampleLisinopril.rxcui,
          directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 } },
          quantity: 90,
          daysSupply: 90,
          refills: 0,
          substitutionAllowed: true,
        },
      ],
    }),
  ]
  const put = (shared: boolean, name: string, { text, version }: Pick<TextMacro, 'text' | 'version'>): TextMacro => {
    const at = macros.findIndex((each) => each.name === name && each.shared === shared)
    if ((macros[at]?.version ?? 0) !== version) throw problem(409, 'version_conflict')
    const after = { name, shared, text, version: version + 1 }
    if (at === -1) macros.push(after)
    else macros[at] = after
    return after
  }
  const remove = (shared: boolean, name: string): undefined => {
    const at = macros.findIndex((each) => each.name === name && each.shared === shared)
    if (at === -1) throw problem(404, 'not_found')
    macros.splice(at, 1)
  }
  return () => ({
    listTextMacros: () => ({ items: macros.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }),
    putTextMacro: ({ path, body }) => put(false, path.name, body),
    removeTextMacro: ({ path }) => remove(false, path.name),
    putSharedTextMacro: ({ path, body }) => put(true, path.name, body),
    removeSharedTextMacro: ({ path }) => remove(true, path.name),
    listOrderSets: () => ({ items: sets }),
    putOrderSet: ({ path: { code }, body }) => {
      const at = sets.findIndex((each) => each.code === code)
      if ((sets[at]?.version ?? 0) !== body.version) throw problem(409, 'version_conflict')
      const diagnoses = body.diagnosisCodes.map((each) => ({ code: each, display: each }))
      const after: OrderSet = { ...body, code, diagnoses, version: body.version + 1 }
      sets.splice(at === -1 ? sets.length : at, at === -1 ? 0 : 1, after)
      return after
    },
  })
}
