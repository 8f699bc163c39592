import type { Translation } from '../../core/message-types.ts'
import type { downtimeEn } from './downtime.en.ts'

export const downtimeEs: Translation<typeof downtimeEn> = {
  heading: 'Visitas mientras el sistema no funciona',
  text: 'Hoy y mañana, a las {time}. Los cambios posteriores no están aquí. De cada paciente de la lista se registra una exportación.',
  save: 'Guardar como página para imprimir',
  saved:
    'La página está guardada. Ábrala en un navegador e imprímala. Borre el archivo y destruya el papel cuando el sistema vuelva.',
  again: 'Leerla de nuevo',
  stored:
    'Si su clínica lo configuró, el servidor guarda esta lista cada hora, para abrirla con la clave de la recepción cuando no hay servidor.',
  none: 'No hay visitas reservadas.',
  visits: { one: '{day}: {count} visita', many: '{day}: {count} de visitas', other: '{day}: {count} visitas' },
  time: 'Hora',
  patient: 'Paciente',
  born: 'Fecha de nacimiento',
  phone: 'Teléfono',
  practitioner: 'Profesional',
  reason: 'Motivo',
  language: 'Idioma',
  interpreter: '{language}, intérprete: {interpreter}',
  notes: 'Llegó, se fue, notas',
  erased: 'El expediente está borrado',
}
