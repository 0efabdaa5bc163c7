"""Wrong answers as learners give them: for each exercise, what is wrong and the source."""

WRONG_ANSWERS = {
    "1.1": {
        "returns the comparison itself": """def my_count_at(values, limit):
    return values == limit
""",
        "counts every row": """def my_count_at(values, limit):
    return len(values == limit)
""",
        "mean for sum": """def my_count_at(values, limit):
    on_limit = values == limit
    return on_limit.mean()
""",
        "adds the values up": """def my_count_at(values, limit):
    total = 0
    for value in values:
        if value == limit:
            total = total + value
    return total
""",
        "counts what lies above, too": """def my_count_at(values, limit):
    count = 0
    for value in values:
        if value >= limit:
            count += 1
    return count
""",
        "near is near enough": """def my_count_at(values, limit):
    return (values.round() == limit).sum()
""",
    },
    "1.2": {
        "stops at the covariance": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy)
""",
        "sum for mean above the line": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    top = 0
    for a, b in zip(dx, dy):
        top += a * b
    return top / (np.std(x) * np.std(y))
""",
        "no parentheses below the line": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy) / np.sqrt(np.mean(dx**2)) * np.sqrt(np.mean(dy**2))
""",
        "no root": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    sigma_x = np.mean(dx**2)
    sigma_y = np.mean(dy**2)
    return np.mean(dx * dy) / (sigma_x * sigma_y)
""",
        "the std of pandas": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy) / (pd.Series(x).std() * pd.Series(y).std())
""",
        "the spread of x twice": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    sigma_x = np.sqrt(np.mean(dx**2))
    sigma_y = np.sqrt(np.mean(dx**2))
    return np.mean(dx * dy) / (sigma_x * sigma_y)
""",
    },
    "1.3": {
        "the target among the columns": """def my_strongest_pair(table, target):
    r = table.corr().abs()
    names = list(r.columns)
    strongest, pair = -1, None
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            if r.loc[a, b] > strongest:
                strongest, pair = r.loc[a, b], (a, b)
    return pair
""",
        "a column with itself": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    return r.unstack().sort_values(ascending=False).index[0]
""",
        "the largest r with its sign": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr()
    names = list(r.columns)
    strongest, pair = -1, None
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            if r.iloc[i, j] > strongest:
                strongest = r.iloc[i, j]
                pair = [names[i], names[j]]
    return pair
""",
        "the smallest r with its sign": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr()
    pairs = [(a, b) for a in r.columns for b in r.columns if a < b]
    return min(pairs, key=lambda pair: r.loc[pair[0], pair[1]])
""",
        "the weakest pair": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    pairs = {r.loc[a, b]: (a, b) for a in r.columns for b in r.columns if a != b}
    return pairs[min(pairs)]
""",
        "the two that go best with the target": """def my_strongest_pair(table, target):
    r = table.corr()[target].drop(target).abs()
    return r.sort_values(ascending=False).index[:2]
""",
    },
    "1.4": {
        "the target in its own list": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.abs().sort_values(ascending=False)
""",
        "abs forgotten": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.drop(target).sort_values(ascending=False)
""",
        "sorted before abs": """def my_ranking(table, target):
    r = table.corr()[target]
    r = r.drop(target)
    r = r.sort_values(ascending=False)
    return abs(r)
""",
        "the weakest first": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.drop(target).abs().sort_values()
""",
        "not sorted": """def my_ranking(table, target):
    strength = {}
    for name in table.columns:
        if name != target:
            strength[name] = abs(table[name].corr(table[target]))
    return pd.Series(strength)
""",
        "new Series thrown away": """def my_ranking(table, target):
    r = table.corr()[target]
    r.drop(target)
    r.abs()
    r.sort_values(ascending=False)
    return r
""",
    },
    "1.5": {
        "the gaps stay": """def my_ozone_study(air):
    r = air.drop(columns=["Month", "Day"]).corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "the calendar stays": """def my_ozone_study(air):
    r = air.dropna().corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "new tables thrown away": """def my_ozone_study(air):
    air.drop(columns=["Month", "Day"])
    air.dropna()
    r = air.corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "gaps filled with 0": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).fillna(0)
    r = complete.corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "abs forgotten": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).dropna()
    return complete.corr()["Ozone"].drop("Ozone").sort_values(ascending=False)
""",
        "Ozone in its own list": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).dropna()
    return complete.corr()["Ozone"].abs().sort_values(ascending=False)
""",
    },
    "2.1": {
        "names for ages": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return youngest
""",
        "sum for mean": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    total = 0
    for name in youngest:
        total += ages[name]
    return total
""",
        "divided by all people": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return sum(ages[name] for name in youngest) / len(ages)
""",
        "the oldest": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get, reverse=True)[:topn]
    return sum(ages[name] for name in youngest) / topn
""",
        "the first by the alphabet": """def my_mean_age(ages, topn):
    youngest = sorted(ages)[:topn]
    return sum(ages[name] for name in youngest) / topn
""",
        "divided by two": """def my_mean_age(ages, topn):
    youngest = sorted(ages, key=ages.get)[:topn]
    return sum(ages[name] for name in youngest) / 2
""",
    },
    "2.2": {
        "abs forgotten": """def my_knn_predict(x, y, query, topn):
    rows = np.argsort(x - query)[:topn]
    return np.mean(y[rows])
""",
        "the far end": """def my_knn_predict(x, y, query, topn):
    rows = np.argsort(np.abs(x - query))[-topn:]
    return np.mean(y[rows])
""",
        "the mean of x": """def my_knn_predict(x, y, query, topn):
    nearest = sorted(x, key=lambda value: abs(value - query))[:topn]
    return sum(nearest) / topn
""",
        "sum for mean": """def my_knn_predict(x, y, query, topn):
    pairs = sorted(zip(x, y), key=lambda pair: abs(pair[0] - query))
    total = 0
    for i in range(topn):
        total += pairs[i][1]
    return total
""",
        "no mean at all": """def my_knn_predict(x, y, query, topn):
    rows = sorted(range(len(x)), key=lambda i: abs(x[i] - query))[:topn]
    return [y[i] for i in rows]
""",
        "a dict that loses a row": """def my_knn_predict(x, y, query, topn):
    history = dict(zip(x, y))
    nearest = sorted(history, key=lambda value: abs(value - query))[:topn]
    return sum(history[value] for value in nearest) / topn
""",
    },
    "2.3": {
        "no row hidden": """def my_best_topn(x, y, candidates):
    errors = []
    for topn in candidates:
        y_hat = np.array([knn_predict(x, y, query, topn) for query in x])
        errors.append(rmse(y, y_hat))
    return candidates[np.argmin(errors)]
""",
        "the smallest error": """def my_best_topn(x, y, candidates):
    return min(rmse(y, leave_one_out(x, y, topn)) for topn in candidates)
""",
        "the position": """def my_best_topn(x, y, candidates):
    errors = [rmse(y, leave_one_out(x, y, topn)) for topn in candidates]
    return errors.index(min(errors))
""",
        "the largest error wins": """def my_best_topn(x, y, candidates):
    worst, best = 0, None
    for topn in candidates:
        error = rmse(y, leave_one_out(x, y, topn))
        if error > worst:
            worst, best = error, topn
    return best
""",
        "all the errors": """def my_best_topn(x, y, candidates):
    return [rmse(y, leave_one_out(x, y, topn)) for topn in candidates]
""",
        "the mean distance for RMSE": """def my_best_topn(x, y, candidates):
    errors = [np.mean(np.abs(y - leave_one_out(x, y, topn))) for topn in candidates]
    return candidates[np.argmin(errors)]
""",
    },
    "2.4": {
        "the hidden row leaks": """def my_standardise(known, hidden):
    rows = np.vstack([known, hidden])
    mean = rows.mean(axis=0)
    spread = rows.std(axis=0)
    return (hidden - mean) / spread
""",
        "axis forgotten": """def my_standardise(known, hidden):
    mean = known.mean()
    spread = known.std()
    return (hidden - mean) / spread
""",
        "the row by itself": """def my_standardise(known, hidden):
    mean = np.mean(hidden)
    spread = np.std(hidden)
    return (hidden - mean) / spread
""",
        "the variance": """def my_standardise(known, hidden):
    mean = known.mean(axis=0)
    spread = np.mean((known - mean) ** 2, axis=0)
    return (hidden - mean) / spread
""",
        "the std of pandas": """def my_standardise(known, hidden):
    known = pd.DataFrame(known)
    mean = known.mean()
    spread = known.std()
    return (hidden - mean) / spread
""",
        "the known rows": """def my_standardise(known, hidden):
    mean = known.mean(axis=0)
    spread = known.std(axis=0)
    return (known - mean) / spread
""",
    },
    "2.5": {
        "the distance as weight": """def my_weighted_mean(distances, prices):
    exact = distances == 0
    if exact.any():
        return np.mean(prices[exact])
    return np.sum(distances * prices) / np.sum(distances)
""",
        "divided by the number of neighbours": """def my_weighted_mean(distances, prices):
    if 0 in distances:
        return prices[distances == 0].mean()
    return np.mean(1 / distances * prices)
""",
        "not divided": """def my_weighted_mean(distances, prices):
    zeros = [p for d, p in zip(distances, prices) if d == 0]
    if len(zeros) > 0:
        return sum(zeros) / len(zeros)
    total = 0
    for d, p in zip(distances, prices):
        total += p / d
    return total
""",
        "distance 0 forgotten": """def my_weighted_mean(distances, prices):
    weight = 1 / distances
    return np.sum(weight * prices) / np.sum(weight)
""",
        "only the first at distance 0": """def my_weighted_mean(distances, prices):
    top, bottom = 0, 0
    for d, p in zip(distances, prices):
        if d == 0:
            return p
        top += p / d
        bottom += 1 / d
    return top / bottom
""",
        "all neighbours at distance 0": """def my_weighted_mean(distances, prices):
    if np.any(distances == 0):
        return np.mean(prices)
    return np.sum(prices / distances) / np.sum(1 / distances)
""",
    },
    "3.1": {
        "sum for mean": """def my_l1_loss(y, y_hat):
    total = 0
    for i in range(len(y)):
        total += abs(y_hat[i] - y[i])
    return total
""",
        "abs forgotten": """def my_l1_loss(y, y_hat):
    return np.mean(y_hat - y)
""",
        "abs after the mean": """def my_l1_loss(y, y_hat):
    return abs(sum(y_hat - y)) / len(y)
""",
        "squares": """def my_l1_loss(y, y_hat):
    return ((y - y_hat) ** 2).mean()
""",
        "a list of distances": """def my_l1_loss(y, y_hat):
    return [abs(a - b) for a, b in zip(y, y_hat)]
""",
        "every guess with every price": """def my_l1_loss(y, y_hat):
    return np.mean([abs(a - b) for a in y for b in y_hat])
""",
    },
    "3.2": {
        "sum for mean": """def my_l2_loss(y, y_hat):
    return sum((a - b) ** 2 for a, b in zip(y, y_hat))
""",
        "the square of the mean": """def my_l2_loss(y, y_hat):
    return (np.mean(y_hat) - np.mean(y)) ** 2
""",
        "distances": """def my_l2_loss(y, y_hat):
    return np.mean(np.abs(y_hat - y))
""",
        "a root at the end": """def my_l2_loss(y, y_hat):
    return np.mean((y_hat - y) ** 2) ** 0.5
""",
        "one square for each house": """def my_l2_loss(y, y_hat):
    return (y_hat - y) ** 2
""",
        "no parentheses": """def my_l2_loss(y, y_hat):
    return np.mean(y_hat - y**2)
""",
    },
    "3.3": {
        "no look at zeros": """def my_mape(y, y_hat):
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))
""",
        "an error without a message": """def my_mape(y, y_hat):
    if 0 in y:
        raise ValueError
    return 100 * np.mean(np.abs((y_hat - y) / y))
""",
        "a fraction": """def my_mape(y, y_hat):
    if np.any(y == 0):
        raise ValueError("a true price is 0")
    return np.mean(np.abs(y_hat - y) / np.abs(y))
""",
        "divided by the guess": """def my_mape(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat):
        if a == 0:
            raise ValueError("a true price is 0")
        total += abs(b - a) / abs(b)
    return 100 * total / len(y)
""",
        "mean error by mean price": """def my_mape(y, y_hat):
    if np.any(y == 0):
        raise ValueError("a true price is 0")
    return 100 * np.mean(np.abs(y_hat - y)) / np.mean(np.abs(y))
""",
        "a guess of 0 refused": """def my_mape(y, y_hat):
    if 0 in y or 0 in y_hat:
        raise ValueError("a true price is 0")
    return 100 * np.mean(np.abs(y_hat - y) / np.abs(y))
""",
    },
    "3.4": {
        "the smallest loss": """def my_best_constant(y, loss, candidates):
    return min(loss(y, np.full(len(y), c)) for c in candidates)
""",
        "the position": """def my_best_constant(y, loss, candidates):
    values = [loss(y, np.full(len(y), c)) for c in candidates]
    return np.argmin(values)
""",
        "the largest loss wins": """def my_best_constant(y, loss, candidates):
    worst, best = 0, None
    for c in candidates:
        value = loss(y, np.full(len(y), c))
        if value > worst:
            worst, best = value, c
    return best
""",
        "always the mean": """def my_best_constant(y, loss, candidates):
    return sum(y) / len(y)
""",
        "guesses before prices": """def my_best_constant(y, loss, candidates):
    values = [loss(np.full(len(y), c), y) for c in candidates]
    return candidates[np.argmin(values)]
""",
        "all the losses": """def my_best_constant(y, loss, candidates):
    values = []
    for c in candidates:
        values.append(loss(y, np.full(len(y), c)))
    return values
""",
    },
    "3.5": {
        "no half in front of the square": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    return np.mean(np.where(error <= delta, error**2, delta * (error - delta / 2)))
""",
        "one piece for all rows": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    if np.any(error <= delta):
        return np.mean(error**2 / 2)
    return np.mean(delta * (error - delta / 2))
""",
        "no parentheses behind delta": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    small = error**2 / 2
    large = delta * error - delta / 2
    return np.mean(np.where(error <= delta, small, large))
""",
        "pieces exchanged": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    small = error**2 / 2
    large = delta * (error - delta / 2)
    return np.mean(np.where(error <= delta, large, small))
""",
        "sum for mean": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    total = 0
    for e in error:
        if e <= delta:
            total += e**2 / 2
        else:
            total += delta * (e - delta / 2)
    return total
""",
        "one cost for each row": """def my_huber_loss(y, y_hat, delta):
    error = np.abs(y_hat - y)
    return np.where(error <= delta, error**2 / 2, delta * (error - delta / 2))
""",
    },
}
