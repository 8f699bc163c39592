import type { Translation } from '../core/message-types.ts'
import type { contactEn } from './contact.en.ts'

export const contactEs: Translation<typeof contactEn> = {
  whoSees:
    'Todas las personas de la clínica ven solo el número, la dirección y el nombre que usted elige aquí. Vale de inmediato.',
  noReason: 'No tiene que dar un motivo.',
  exception:
    'En una emergencia, el personal ve dónde está o vive usted, para que la ayuda lo encuentre. En una visita, tiene el número que usted da para ella.',
  calls: 'Llamadas',
  calls_recorded: 'Llamar al número de mi expediente',
  calls_only: 'Llamar solo a este número',
  calls_none: 'No llamarme',
  callPhone: 'Número para llamadas',
  phoneMissing: 'Escriba el número al que podemos llamar.',
  leaveMessage: 'Pueden dejar un mensaje allí',
  leaveHint: 'Si no, no decimos nada a un contestador ni a otras personas.',
  hours: 'Llamar solo a ciertas horas',
  hoursHint: 'En su propia zona horaria.',
  from: 'Desde',
  to: 'Hasta',
  hoursWrong: '“Hasta” debe ser más tarde que “Desde”.',
  letters: 'Cartas',
  letters_recorded: 'Escribir a la dirección de mi expediente',
  letters_only: 'Escribir solo a esta dirección',
  letters_none: 'No enviarme cartas',
  lettersNoneHint: 'Las lee aquí.',
  line1: 'Calle y número',
  line2: 'Apartamento, unidad (opcional)',
  city: 'Ciudad',
  state: 'Estado',
  postalCode: 'Código postal (opcional)',
  chooseState: 'Elija un estado',
  addressMissing: 'Escriba la calle, la ciudad y el estado.',
  addressAs: 'Nombre que usamos para usted (opcional)',
  nameHint:
    'En llamadas, en cartas y cuando una página le saluda. Las recetas, los análisis y las reclamaciones llevan su nombre oficial.',
  partners:
    'Los laboratorios y las farmacias reciben el número que usted elige. Ellos y su seguro conservan la dirección de su expediente.',
  save: 'Guardar',
  saving: 'Guardando',
  saved: 'Guardado. Todas las personas de la clínica lo ven ahora.',
}
