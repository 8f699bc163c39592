const provider = document.querySelector('visit-provider')

provider.getSession = async ({ signal }) => {
  const answer = await fetch('/session', { method: 'POST', headers: { 'x-portal': '1' }, signal })
  return answer.status === 401 ? null : answer.json() // null: nobody is signed in
}
provider.strings = { en: { 'booking.timeHeading': 'Pick a time that suits you' } }
provider.addEventListener('visit-booked', (event) => console.log('booked', event.detail.appointmentId))
