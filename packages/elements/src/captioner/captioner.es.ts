import type { Translation } from '../core/message-types.ts'
import type { captionerEn } from './captioner.en.ts'

export const captionerEs: Translation<typeof captionerEn> = {
  own: 'Usted necesita subtítulos en esta consulta. ¿Quién los escribe?',
  their: 'Este paciente necesita subtítulos. ¿Quién los escribe?',
  hint_own: 'Para invitar a alguien que escriba, pulse «Invitar a alguien».',
  hint_their: 'Para invitar a alguien que escriba, pulse «Invitados».',
  'own_captioner-invited': 'Hay una persona invitada',
  'own_brings-someone': 'Traigo a alguien que escribe',
  own_declined: 'Esta vez no quiero subtítulos',
  'own_arranged-otherwise': 'Los recibo de otra forma',
  'their_captioner-invited': 'Hay una persona invitada',
  'their_brings-someone': 'El paciente trae a alguien que escribe',
  their_declined: 'El paciente no los quiere',
  'their_arranged-otherwise': 'Se organizan de otra forma',
  known: 'Subtítulos: {why}.',
  choose: 'Elija una opción',
  save: 'Guardar',
  saving: 'Guardando',
  saved: 'Guardado',
  problem_not_changeable: [
    'Esta consulta ya no se puede cambiar',
    'No se cambió nada.',
    'Llame a la clínica si algo no está bien.',
  ],
  problem_captioner_not_missing: [
    'Esta consulta no necesita subtítulos',
    'No se cambió nada.',
    'No hay nada que elegir.',
  ],
}
