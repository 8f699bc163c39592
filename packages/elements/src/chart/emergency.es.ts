import type { Translation } from '../core/message-types.ts'
import type { emergencyEn } from './emergency.en.ts'

export const emergencyEs: Translation<typeof emergencyEn> = {
  offer: 'Abrir en una emergencia',
  heading: 'Abrir este expediente en una emergencia',
  record:
    'Usted puede ver el expediente durante una hora como máximo. El paciente recibe un aviso enseguida, y lee el nombre de usted y el motivo que elija. Un responsable de privacidad lee lo que usted escriba y lo revisa.',
  why: 'Motivo',
  choose: 'Elija un motivo',
  chooseFault: 'Elija el motivo.',
  'reason_life-at-risk': 'La vida o la salud del paciente están en peligro',
  'reason_cannot-answer': 'El paciente no puede responder',
  'reason_nobody-reachable': 'No puede esperar, y no se localiza a quienes le atienden',
  'reason_danger-to-others': 'Otra persona está en peligro',
  text: 'Qué pasó',
  textHint: 'Para la revisión. El paciente no lo lee.',
  textFault: 'Escriba en pocas palabras qué pasó.',
  confirm: 'Abrir el expediente',
  working: 'Abriendo',
  cancel: 'Cancelar',
  opened: 'Usted puede ver el expediente hasta las {time}.',
  open: 'Abierto en una emergencia',
  left: {
    one: 'Queda {count} minuto, hasta las {time}.',
    many: 'Quedan {count} de minutos, hasta las {time}.',
    other: 'Quedan {count} minutos, hasta las {time}.',
  },
  told: 'Ya se avisó al paciente y al responsable de privacidad.',
  end: 'Terminar ahora',
  ending: 'Terminando',
  ended: 'El acceso de emergencia terminó. El expediente está cerrado.',
  problem_emergency_access_open: [
    'Usted ya abrió este expediente',
    'No se cambió nada.',
    'Vuelva a cargar el expediente.',
  ],
  problem_emergency_access_ended: ['Esto ya terminó', 'No se cambió nada.', 'Vuelva a cargar el expediente.'],
}
