import type { Translation } from '../core/message-types.ts'
import type { clinicAddressEn } from './clinic-address.en.ts'

export const clinicAddressEs: Translation<typeof clinicAddressEn> = {
  loading: 'Cargando la dirección',
  hint: 'Como en un sobre, una línea cada vez, con calle, ciudad, estado y código postal. Deje vacías las que no necesite.',
  line: 'Línea {number}',
  effect: 'Los pacientes con una consulta en persona leen esta dirección en su consulta y en su archivo de calendario.',
  none: 'No hay ninguna dirección. Una consulta en persona muestra entonces el teléfono de la clínica.',
  save: 'Guardar la dirección',
  saving: 'Guardando',
  cancel: 'Deshacer mis cambios',
  saved: 'La dirección está guardada.',
  tooLong: 'La línea {number} tiene más de {most} letras. Acórtela o siga en la línea siguiente.',
  gap: 'La línea {number} está vacía y una posterior no. Complétela o suba las demás.',
  problem_version_conflict: [
    'Un colega cambió los ajustes de la clínica',
    'No se cambió nada. Lo que escribió sigue aquí.',
    'La dirección actual aparece debajo de los campos. Compárela y guarde de nuevo.',
  ],
  problem_invalid_request: [
    'La dirección no fue aceptada',
    'No se cambió nada. Lo que escribió sigue aquí.',
    'Revise cada línea: al menos una letra y como máximo 120.',
  ],
  problem_vendor_not_permitted: [
    'El servicio de video de la clínica no está permitido aquí',
    'No se cambió nada. Lo que escribió sigue aquí.',
    'Pida a quien administra el servidor que revise el acuerdo con el servicio de video.',
  ],
  current: 'La dirección ahora',
}
