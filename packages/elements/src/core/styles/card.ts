import { css } from 'lit'

/** `.card`: a surface with a hairline. `.bar`: the sticky bar with the next step. `.avatar`: a person's photo or initials. */
export const cardStyles = css`
  .card {
    background: var(--visit-card-background, var(--_surface));
    border: 1px solid var(--visit-card-border, var(--_line));
    border-radius: var(--visit-card-radius, var(--_radius));
  }
  .bar {
    position: sticky;
    inset-block-end: calc(var(--_s) * 2);
    margin-block-start: calc(var(--_s) * 4);
    padding: calc(var(--_s) * 4) calc(var(--_s) * 5);
    background: var(--visit-bar-background, var(--_surface));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: var(--_accent-weak);
    color: var(--_accent-text);
    font-weight: 700;
    overflow: hidden;
  }
  .avatar > img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`
