/** Says when the service is out of reach: what is seen may be old, and what is recorded waits here. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { REACH } from '../api/client.js';
import { words } from '../words/words.js';

export function Connection() {
  const queries = useQueryClient();
  const [isThere, setThere] = useState(navigator.onLine);
  useEffect(() => {
    const look = (): void => {
      setThere(navigator.onLine);
      if (navigator.onLine) void queries.invalidateQueries({ queryKey: ['session'] });
    };
    const hear = (event: Event): void => {
      setThere((event as CustomEvent<boolean>).detail && navigator.onLine);
    };
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    window.addEventListener(REACH, hear);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
      window.removeEventListener(REACH, hear);
    };
  }, [queries]);
  return isThere ? null : (
    <p className="notice notice-warn connection" role="alert">
      {words.offline}
    </p>
  );
}
