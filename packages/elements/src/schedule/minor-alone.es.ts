import type { Translation } from '../core/message-types.ts'
import type { minorAloneEn } from './minor-alone.en.ts'

export const minorAloneEs: Translation<typeof minorAloneEn> = {
  alone: 'El paciente consiente sin sus padres',
  aloneHint:
    'Márquelo solo si el paciente lo dijo. Los padres y otras personas que ayudan al paciente no ven entonces la consulta, salvo que el paciente les permita ver las consultas delicadas. La ley del estado del paciente debe permitirlo.',
  aloneDone: 'No es para los padres: el paciente consiente sin ellos.',
}
