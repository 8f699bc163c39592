/** What a patient presses and reads on the way to a booked visit. */
export interface WayToBookedVisit {
  /** The portal's link. */
  readonly link: string
  readonly specialty: string
  /** A choice before the time. */
  readonly choice: RegExp
  readonly next: string
  readonly book: string
  readonly booked: string
}

export const wayToBookedVisit: Readonly<Record<'en' | 'es', WayToBookedVisit>> = {
  en: {
    link: 'Book a visit',
    specialty: 'Urgent care',
    choice: /(minutes|Anyone who is free)/,
    next: 'Continue',
    book: 'Book this visit',
    booked: 'Your visit is booked',
  },
  es: {
    link: 'Reservar una consulta',
    specialty: 'Atención urgente',
    choice: /(minutos|Cualquiera que esté libre)/,
    next: 'Continuar',
    book: 'Reservar esta consulta',
    booked: 'Su consulta está reservada',
  },
}

export interface BookingWords extends WayToBookedVisit {
  readonly visitType: string
  readonly more: string
  readonly held: RegExp
  readonly visits: string
  readonly canChange: RegExp
  readonly change: RegExp
  readonly move: string
  readonly moved: string
  readonly back: string
  readonly cancel: RegExp
  readonly reason: string
  readonly cancelNow: string
  readonly cancelled: string
  readonly none: string
}

/** What the page says, in both languages. */
export const bookingWords: Readonly<Record<'en' | 'es', BookingWords>> = {
  en: {
    ...wayToBookedVisit.en,
    visitType: 'Blood pressure check',
    more: 'More times',
    held: /Held for you for \d:\d\d/,
    visits: 'your visits',
    canChange: /You can change or cancel it until .*?\d{1,2}:\d{2}/,
    change: /^Change the time/,
    move: 'Move the visit',
    moved: 'Your visit is moved',
    back: 'Back to your visits',
    cancel: /^Cancel,/,
    reason: 'I booked it by mistake',
    cancelNow: 'Cancel this visit',
    cancelled: 'Your visit is cancelled',
    none: 'You have no visits booked',
  },
  es: {
    ...wayToBookedVisit.es,
    visitType: 'Control de la presión',
    more: 'Más horarios',
    held: /Apartado para usted por \d:\d\d/,
    visits: 'sus consultas',
    canChange: /Hasta el .*?\d{1,2}:\d{2}.*? puede cambiarla o cancelarla/,
    change: /^Cambiar el horario/,
    move: 'Cambiar la consulta',
    moved: 'Su consulta tiene un nuevo horario',
    back: 'Volver a sus consultas',
    cancel: /^Cancelar,/,
    reason: 'La reservé por error',
    cancelNow: 'Cancelar esta consulta',
    cancelled: 'Su consulta está cancelada',
    none: 'No tiene consultas reservadas',
  },
}
