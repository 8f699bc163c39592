const provider = document.querySelector('visit-provider')

provider.getSession = async ({ signal }) => {
  const answer = await fetch('/session', { method: 'POST', headers: { 'x-portal': '1' }, signal })
  if (answer.status === 404) location.assign('/invited') // signed in, but unknown here
  return [401, 404].includes(answer.status) ? null : answer.json() // null: not signed in
}
provider.strings = { en: { 'booking.timeHeading': 'Pick a time that suits you' } }
provider.addEventListener('visit-booked', (event) => console.log('booked', event.detail.appointmentId))
