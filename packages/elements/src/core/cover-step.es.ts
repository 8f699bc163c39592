import type { coverStepEn } from './cover-step.en.ts'
import type { Translation } from './message-types.ts'

export const coverStepEs: Translation<typeof coverStepEn> = {
  take: 'Cubrir a un colega',
  heading: 'Cubrir a {name}',
  headingOpen: 'Cubrir a un colega',
  loading: 'Buscando a quién se puede cubrir',
  practitioner: 'Colega',
  why: 'Por qué',
  choose: 'Elija un motivo',
  chooseFault: 'Elija por qué cubre a su colega.',
  reason_absent: 'No está aquí',
  'reason_on-leave': 'Está de licencia',
  'reason_off-shift': 'Terminó su turno',
  reason_emergency: 'Un paciente no puede esperar',
  reason_workload: 'Hay demasiados pacientes para una persona',
  'reason_at-request': 'Me lo pidió',
  reason_supervision: 'Superviso su trabajo',
  until: 'Hasta',
  untilHours: { one: '{time}, en {count} hora', other: '{time}, en {count} horas' },
  record:
    'Su nombre, el motivo y lo que haga mientras cubre quedan registrados. {name} ve enseguida que usted le cubre, y los pacientes lo ven en su lista de quién vio su expediente.',
  confirm: 'Cubrir',
  working: 'Un momento',
  cancel: 'Cancelar',
  done: 'Usted cubre a {name} hasta las {time}',
  goOn: 'Ahora repita lo que iba a hacer.',
  problem_cover_exists: ['Usted ya cubre a este colega', 'No se cambió nada.', 'Repita lo que iba a hacer.'],
  problem_too_many_covers: [
    'Usted ya cubre a tantos colegas como puede una persona',
    'No se cambió nada.',
    'Termine una cobertura que ya no haga falta e inténtelo de nuevo.',
  ],
}
