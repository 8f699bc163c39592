import type { LabTest } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

const blood = both('Blood draw', 'Extracción de sangre')

export const sampleBasicPanel: LabTest = {
  code: 'BMP',
  loinc: '24321-2',
  name: both('Basic metabolic panel', 'Panel metabólico básico'),
  specimen: blood,
  fasting: true,
  questions: [
    {
      code: 'fasting-hours',
      text: both('How many hours since the last meal?', '¿Cuántas horas desde la última comida?'),
      type: 'number',
      required: true,
    },
  ],
}

export const sampleLipidPanel: LabTest = {
  code: 'LIPID',
  loinc: '57698-3',
  name: both('Lipid panel', 'Panel de lípidos'),
  specimen: blood,
  fasting: true,
  questions: [],
}

export const sampleLabTests: readonly LabTest[] = [
  sampleBasicPanel,
  sampleLipidPanel,
  {
    code: 'A1C',
    loinc: '4548-4',
    name: both('Hemoglobin A1c', 'Hemoglobina A1c'),
    specimen: blood,
    fasting: false,
    questions: [],
  },
  {
    code: 'CBC',
    loinc: '58410-2',
    name: both('Complete blood count', 'Hemograma completo'),
    specimen: blood,
    fasting: false,
    questions: [],
  },
  {
    code: 'UCULT',
    loinc: '630-4',
    name: both('Urine culture', 'Cultivo de orina'),
    specimen: both('Clean-catch urine', 'Orina de chorro medio'),
    fasting: false,
    questions: [
      {
        code: 'collection',
        text: both('How was it collected?', '¿Cómo se obtuvo?'),
        type: 'choice',
        options: [
          { code: 'clean-catch', text: both('Clean catch', 'Chorro medio') },
          { code: 'catheter', text: both('Catheter', 'Sonda') },
        ],
        required: true,
      },
      {
        code: 'antibiotics',
        text: both('On antibiotics now?', '¿Toma antibióticos ahora?'),
        type: 'yes-no',
        required: false,
      },
    ],
  },
]
