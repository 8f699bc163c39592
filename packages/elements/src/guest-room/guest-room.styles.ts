import { css } from 'lit'

export const guestRoomStyles = css`
  .about h3 {
    font-size: calc(var(--_rem) * 1);
  }
  .about ul {
    padding-inline-start: calc(var(--_s) * 5);
    margin: 0;
    list-style: disc;
  }
  .about li {
    margin-block-start: calc(var(--_s) * 1);
  }
`
