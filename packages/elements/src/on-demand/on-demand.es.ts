import type { Translation } from '../core/message-types.ts'
import type { onDemandEn } from './on-demand.en.ts'
import type { onDemandProblems } from './on-demand.problems.ts'

export const onDemandEs: Translation<typeof onDemandEn & typeof onDemandProblems> = {
  entryText: 'Espere en la fila sin cita. Le puede atender el próximo profesional que esté libre.',
  heading: 'Ver a un profesional ahora',
  who: '¿Para quién es?',
  choosePatient: 'Elija una persona',
  whoMissing: 'Elija para quién es.',
  visit: '¿Qué tipo de consulta?',
  state: '¿En qué estado se encuentra ahora?',
  stateForOther: '¿En qué estado se encuentra {name} ahora?',
  stateHint: 'De ello depende quién puede atenderle allí.',
  chooseState: 'Elija un estado',
  stateMissing: 'Elija un estado.',
  reason: '¿De qué le gustaría hablar?',
  reasonHint: 'Puede dejarlo en blanco. Lo leerán los profesionales que puedan atenderle.',
  emergency: 'Si es una emergencia, llame al {number}.',
  ask: 'Esperar en la fila',
  asking: 'Tomando su lugar en la fila',
  back: 'Atrás',
  next: 'Usted es el siguiente en la fila',
  numbered: 'Usted es el número {position} en la fila',
  forName: 'Para {name}',
  about: {
    one: 'Cerca de {count} minuto, al ritmo de las últimas horas.',
    other: 'Cerca de {count} minutos, al ritmo de las últimas horas.',
  },
  unknownWait: 'Aún no podemos decir cuánto tarda.',
  keepOpen: 'Deje esta página abierta. Si la cierra, pierde su lugar a los pocos minutos.',
  whenTaken:
    'Cuando un profesional le tome, su consulta queda reservada y empieza en cinco minutos como máximo. Entonces esta página la muestra.',
  leave: 'Salir de la fila',
  leaving: 'Saliendo de la fila',
  left: 'Ha salido de la fila.',
  endedHeading: 'Ya no está en la fila',
  endedText: 'Su lugar no se renovó a tiempo. Puede esperar otra vez o elegir un horario.',
  again: 'Esperar otra vez',
  chooseTime: 'Elegir un horario',
  takenHeading: 'Un profesional le ha tomado',
  takenText: 'Su consulta está reservada. La estamos buscando.',
  problem_already_requested: ['Ya está en la fila', 'Conserva su lugar.', 'Vuelva a cargar esta página para verlo.'],
  problem_request_ended: [
    'Ya no está en la fila',
    'No se reservó ni cambió nada.',
    'Puede esperar otra vez o elegir un horario.',
  ],
  problem_slot_unavailable: [
    'Esta consulta ya no se ofrece sin cita',
    'Lo que escribió se conserva.',
    'Elija otra consulta o un horario.',
  ],
  problem_language_not_spoken: [
    'Nadie habla el idioma que eligió',
    'Lo que escribió se conserva.',
    'Elija un horario o llame a la clínica.',
  ],
  problem_not_licensed: [
    'Ningún profesional tiene licencia en ese estado',
    'Lo que escribió se conserva.',
    'Revise el estado o llame a la clínica.',
  ],
  problem_age_out_of_range: [
    'Esta consulta es para otro grupo de edad',
    'Lo que escribió se conserva.',
    'Elija otra consulta o llame a la clínica.',
  ],
}
