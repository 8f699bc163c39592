import type { Translation } from '../core/message-types.ts'
import type { insuranceEn } from './insurance.en.ts'

export const insuranceEs: Translation<typeof insuranceEn> = {
  heading: 'Lo que tiene la clínica',
  hint: 'Si la recepción lo corrige, el cambio se ve aquí. ¿Está mal? Llame a la clínica.',
  reading: 'Cargando su seguro',
  none: 'La clínica no tiene ningún seguro suyo.',
  order_1: 'Paga primero',
  order_2: 'Paga en segundo lugar',
  order_3: 'Paga en tercer lugar',
  memberNumber: 'Número de afiliado',
  groupNumber: 'Número de grupo',
  insured: 'Persona asegurada',
  insured_self: 'Usted',
  insured_spouse: 'Su cónyuge',
  insured_child: 'Su padre o madre',
  insured_other: 'Otra persona',
  card: 'Nombre en la tarjeta',
  valid: 'Cuándo vale',
  period: 'Desde {from}',
  periodTo: 'Desde {from} hasta {to}',
}
