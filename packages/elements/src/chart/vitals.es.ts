import type { Translation } from '../core/message-types.ts'
import type { vitalsEn } from './vitals.en.ts'

export const vitalsEs: Translation<typeof vitalsEn> = {
  pressure: 'Presión arterial',
  'vital_8462-4': 'Presión arterial, baja',
  'vital_8867-4': 'Frecuencia cardíaca',
  'vital_9279-1': 'Frecuencia respiratoria',
  'vital_8310-5': 'Temperatura',
  'vital_2708-6': 'Saturación de oxígeno',
  'vital_59408-5': 'Saturación de oxígeno, dedo',
  'vital_29463-7': 'Peso',
  'vital_8302-2': 'Estatura',
  'vital_39156-5': 'Índice de masa corporal',
  'vital_9843-4': 'Perímetro cefálico',
  'vital_72514-3': 'Dolor',
  'vital_2339-0': 'Azúcar en la sangre',
}
