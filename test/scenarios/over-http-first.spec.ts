import { playOverHttp } from '../support/scenario-over-http.js';

playOverHttp({ part: 0, parts: 2 });
