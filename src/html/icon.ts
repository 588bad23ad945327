/** The icon of every page: a board of four cells, one of which failed. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<rect width="16" height="16" rx="3.5" fill="#1b1f22"/>
<g fill="#79d596"><rect x="3" y="3" width="4.25" height="4.25" rx="1"/><rect x="3" y="8.75" width="4.25" height="4.25" rx="1"/>
<rect x="8.75" y="3" width="4.25" height="4.25" rx="1"/></g><rect x="8.75" y="8.75" width="4.25" height="4.25" rx="1" fill="#ff9c92"/>
</svg>
`;
