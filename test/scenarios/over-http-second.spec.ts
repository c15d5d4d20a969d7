import { playOverHttp } from '../support/scenario-over-http.js';

playOverHttp({ part: 1, parts: 2 });
