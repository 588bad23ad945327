import { useSyncExternalStore } from 'react';

/** What the page shows. It is the fragment of the URL, so that a ticket has a link. */
export type Route =
  { readonly page: 'list' } | { readonly page: 'new' } | { readonly page: 'ticket'; readonly id: number };

/** The current route. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}

/** The `href` of a link to a route. */
export function linkTo(route: Route): string {
  switch (route.page) {
    case 'list':
      return '#/';
    case 'new':
      return '#/new';
    case 'ticket':
      return `#/${route.id}`;
  }
}

/** Goes to a route. */
export function navigate(route: Route): void {
  location.hash = linkTo(route);
}

function routeOf(hash: string): Route {
  const name = hash.replace(/^#\//, '');
  if (name === 'new') return { page: 'new' };
  return /^[1-9]\d*$/.test(name) ? { page: 'ticket', id: Number(name) } : { page: 'list' };
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
