import type { Translation } from '../core/message-types.ts'
import type { clinicSettingsEn } from './clinic-settings.en.ts'

export const clinicSettingsEs: Translation<typeof clinicSettingsEn> = {
  heading: 'Ajustes de la clínica',
  loading: 'Cargando los ajustes de la clínica',
  back: 'Todos los ajustes de la clínica',
  nothingHeading: 'Aquí no hay nada que usted pueda cambiar',
  nothingText: 'Los administradores cambian los ajustes de la clínica.',
  address: 'Dirección',
  addressText: 'Dónde se hacen las consultas en persona.',
  calls: 'Llamadas',
  callsText: 'Si se pueden grabar, y los subtítulos automáticos.',
  names: 'Nombres de los profesionales',
  namesText: 'Nombres oficiales por partes, y otros nombres.',
  photos: 'Fotos de los profesionales',
  photosText: 'Los pacientes ven a quién eligen y con quién hablan.',
  orders: 'Conjuntos de órdenes',
  ordersText: 'Un diagnóstico con su texto, análisis y recetas habituales, que se elige con una pulsación en la nota.',
  macros: 'Textos breves compartidos',
  macrosText: 'Textos que una palabra corta representa en todas las notas de la clínica.',
}
